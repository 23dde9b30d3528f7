package org.athena.platform.identity;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.identity.BearerIdentityProvider.TokenPrincipal;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;

/** The verified token of the current request. */
@ApplicationScoped
public class CurrentToken {

    /** Longer than loading the keys and asking Supabase may take together. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CurrentIdentityAssociation identities;

    CurrentToken(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /**
     * Examines the request's token; must be called on a worker thread.
     *
     * @throws ProblemException 401 without a token or with a bad one, 400 with several, 503 when it could not be checked
     */
    public VerifiedToken require() {
        SecurityIdentity identity = identity();
        if (identity.getPrincipal() instanceof TokenPrincipal principal) {
            return principal.token();
        }
        throw new ProblemException(ProblemCode.AUTH_REQUIRED, "Send an access token in the Authorization header.")
                .header("WWW-Authenticate", "Bearer");
    }

    private SecurityIdentity identity() {
        try {
            return identities.getDeferredIdentity().await().atMost(PATIENCE);
        } catch (TimeoutException e) {
            throw new ProblemException(
                            ProblemCode.AUTH_UNAVAILABLE,
                            "The access token cannot be checked right now. Try again shortly.")
                    .header("Retry-After", "5");
        }
    }
}
