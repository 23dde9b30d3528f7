package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.falseOrAbsent;
import static org.athena.platform.identity.TokenShape.require;
import static org.athena.platform.identity.TokenShape.text;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;

import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks Supabase about tokens that the service cannot check with its own keys, within limits. */
@ApplicationScoped
class SupabaseFallback {

    private final ClaimRules claims;
    private final ActiveUsers users;
    private final CallBudget budget;
    private final SupabaseUsers supabase;
    private final AuthConfig config;
    private final Clock clock;
    private final FallbackMetrics metrics;

    SupabaseFallback(
            ClaimRules claims,
            ActiveUsers users,
            CallBudget budget,
            SupabaseUsers supabase,
            AuthConfig config,
            Clock clock,
            FallbackMetrics metrics) {
        this.claims = claims;
        this.users = users;
        this.budget = budget;
        this.supabase = supabase;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * @param token a token whose signature the service cannot check
     * @param client the caller's address, for the budget
     * @throws BadTokenException when Supabase refuses the token, or its claims are wrong
     */
    Decision decide(TokenShape token, String client) {
        try {
            // Nothing is verified yet, but a token with wrong claims can be refused at once.
            VerifiedToken claimed = claims.check(token.claims());
            require(config.supabaseUrl().isPresent(), "nobody to ask");
            // Before the database is asked, which all callers share.
            if (!budget.takeLookUp(client, claimed.subject())) {
                return overBudget("look-ups");
            }
            require(users.contains(claimed.subject()), "the subject is not an active user");
            if (!budget.takeQuestion()) {
                return overBudget("questions");
            }
            checkUser(ask(token), claimed);
            return new Decision.Verified(claimed, token.keyId(), Optional.empty());
        } catch (AuthUnavailableException | ProcessingException | FaultToleranceException e) {
            return new Decision.Undecidable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Decision overBudget(String what) {
        metrics.overBudget();
        return new Decision.Undecidable("the budget of " + what + " is used up");
    }

    private JsonNode ask(TokenShape token) {
        long begin = System.nanoTime();
        try {
            JsonNode user = supabase.ask(token.compact());
            metrics.answered(begin);
            return user;
        } catch (RuntimeException e) {
            metrics.failed(e, begin);
            throw e;
        }
    }

    private void checkUser(JsonNode user, VerifiedToken claimed) {
        if (!user.isObject() || text(user, "id").isEmpty()) {
            throw new AuthUnavailableException("Supabase answered with something that is not a user");
        }
        require(
                text(user, "id")
                        .filter(claimed.subject().toString()::equalsIgnoreCase)
                        .isPresent(),
                "the token belongs to another user");
        require(!user.hasNonNull("deleted_at"), "deleted");
        require(config.anonymousAllowed() || falseOrAbsent(user, "is_anonymous"), "anonymous");
        if (user.hasNonNull("banned_until")) {
            requireOver(user.get("banned_until").asText());
        }
    }

    private void requireOver(String bannedUntil) {
        try {
            require(!OffsetDateTime.parse(bannedUntil).toInstant().isAfter(clock.instant()), "banned");
        } catch (DateTimeException e) {
            throw new BadTokenException("banned");
        }
    }
}
