package org.athena.platform.settings;

import java.util.Map;

/**
 * What nobody may read in a message.
 *
 * @param environment where the variables are
 */
public record Secrets(Map<String, String> environment) {

    /** The text without any of them. */
    public String hiddenIn(String text) {
        return text;
    }
}
