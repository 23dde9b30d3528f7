package org.athena.platform.identity;

/** Ends the examination of a token, which is not valid. */
class BadTokenException extends RuntimeException {

    BadTokenException(String reason) {
        // No stack trace: attackers can cause this exception at will, and a trace costs time.
        super(reason, null, false, false);
    }
}
