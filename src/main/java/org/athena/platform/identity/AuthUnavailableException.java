package org.athena.platform.identity;

/** Supabase could not tell whether the token is good. The caller is not at fault. */
class AuthUnavailableException extends RuntimeException {

    AuthUnavailableException(String reason) {
        super(reason);
    }
}
