package org.athena.platform.identity;

/** Ends the examination of a token: it is bad, finally. */
class BadTokenException extends RuntimeException {

    BadTokenException(String reason) {
        // Ordinary control flow of hostile input: a stack trace would only cost time.
        super(reason, null, false, false);
    }
}
