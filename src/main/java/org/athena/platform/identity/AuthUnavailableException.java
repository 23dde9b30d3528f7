package org.athena.platform.identity;

/** Supabase could not say anything about the token: our outage, not the caller's fault. */
class AuthUnavailableException extends RuntimeException {

    AuthUnavailableException(String reason) {
        super(reason);
    }
}
