package org.athena.platform.settings;

import java.util.List;

/** Ends the start of the service or of a command; the process exits with 1. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param faults the faults, each with the variable to check; none contains a secret */
    public RefusedException(List<String> faults) {
        super("refusing to start: " + String.join("; ", faults), null, false, false);
    }
}
