package org.athena.platform.problem;

import java.util.Locale;

/**
 * A word for what is wrong with a field, a row or a cell, from which clients make sentences in the language of the user. Clients rely
 * on the words, so one is never renamed or given another meaning. The words of all features are in {@link FaultCode}; a feature adds
 * words of its own by an enum that implements this interface. The API's description finds all such enums by their type.
 */
public interface ViolationCode {

    /** The name of the constant. */
    String name();

    /** The word in JSON. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
