package org.athena.platform.identity;

import java.io.IOException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.athena.platform.supabase.BoundedBody;
import org.athena.platform.supabase.SupabaseAuthApi;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.faulttolerance.api.CircuitBreakerName;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks Supabase for the user of a token, and interprets its answer. */
@ApplicationScoped
class SupabaseUsers {

    private static final Logger LOG = Logger.getLogger(SupabaseUsers.class);
    private static final int MAX_BYTES = 64 * 1024;
    /** Milliseconds for the whole answer, because the client's own timeout only covers the time until its first byte. */
    private static final long MAX_TIME = 2_000;
    /** The error codes that are about the token; every other code has another cause. */
    private static final Set<String> ABOUT_THE_TOKEN = Set.of(
            "bad_jwt", "user_not_found", "session_not_found", "user_banned", "validation_failed", "no_authorization");

    private final SupabaseAuthApi supabase;
    private final AuthConfig config;

    SupabaseUsers(@RestClient SupabaseAuthApi supabase, AuthConfig config) {
        this.supabase = supabase;
        this.config = config;
    }

    /**
     * @param token the bearer token
     * @return the user object
     * @throws BadTokenException when Supabase refuses the token
     * @throws AuthUnavailableException when the answer is not about the token: a timeout, a status of 5xx, anything unknown
     */
    @Bulkhead(20)
    @Timeout(MAX_TIME)
    @CircuitBreakerName(FallbackMetrics.BREAKER)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5_000,
            failOn = {ProcessingException.class, TimeoutException.class, SupabaseDownException.class})
    JsonNode ask(String token) {
        try (Response response = supabase.user(config.anonKey().orElse(""), "Bearer " + token)) {
            int status = response.getStatus();
            String code = response.getHeaderString("x-sb-error-code");
            if (status == 200) {
                return user(response);
            }
            if ((status == 400 || status == 403) && code != null && ABOUT_THE_TOKEN.contains(code)) {
                throw new BadTokenException("Supabase: " + code);
            }
            if (status >= 500) {
                throw new SupabaseDownException("status " + status);
            }
            if (status == 401) {
                LOG.error("Supabase Auth refused the API key of this service: check SUPABASE_ANON_KEY");
            }
            throw new AuthUnavailableException("Supabase answered " + status);
        }
    }

    private static JsonNode user(Response response) {
        try {
            return TokenShape.strict(BoundedBody.read(response, MAX_BYTES));
        } catch (IOException e) {
            throw new AuthUnavailableException("Supabase answered with something that is not JSON, or is too long");
        }
    }

    /** The failures that the circuit breaker counts. */
    static class SupabaseDownException extends AuthUnavailableException {
        SupabaseDownException(String reason) {
            super(reason);
        }
    }
}
