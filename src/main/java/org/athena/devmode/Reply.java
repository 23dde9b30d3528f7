package org.athena.devmode;

import java.net.URI;
import java.util.Map;

/**
 * An answer of the stand-in.
 *
 * @param status the HTTP status
 * @param errorCode the value of {@code x-sb-error-code}, or null
 * @param body the body, written as JSON; a string is already JSON, and null means no body
 * @param location where the browser is sent, or null
 */
record Reply(int status, String errorCode, Object body, URI location) {

    private Reply(int status, String errorCode, Object body) {
        this(status, errorCode, body, null);
    }

    static Reply ok(Object body) {
        return new Reply(200, null, body);
    }

    static Reply empty() {
        return new Reply(204, null, null);
    }

    /** Sends the browser there. */
    static Reply redirect(URI location) {
        return new Reply(303, null, null, location);
    }

    /** An error as Supabase Auth words it. */
    static Reply error(int status, String code, String message) {
        return new Reply(status, code, Map.of("code", status, "error_code", code, "msg", message));
    }

    /** An error with a member of its own. */
    static Reply error(int status, String code, String message, String member, Object value) {
        return new Reply(status, code, Map.of("code", status, "error_code", code, "msg", message, member, value));
    }

    /** The answer of the gateway in front of Supabase Auth to a wrong API key; it has no error codes. */
    static Reply gateway() {
        return new Reply(401, null, Map.of("message", "Invalid API key"));
    }
}
