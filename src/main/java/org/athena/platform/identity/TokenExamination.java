package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.require;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.MinuteCounts;
import org.jboss.logging.Logger;

/** Examines a bearer token in steps: memory, shape, keys, Supabase. The result is the token's content, or a problem. */
@ApplicationScoped
class TokenExamination {

    private static final Logger LOG = Logger.getLogger(TokenExamination.class);

    private static final int MAX_REASONS = 100;

    private final TokenVerifier verifier;
    private final SupabaseFallback fallback;
    private final TokenCache cache;
    private final TokenMetrics metrics;
    private final MinuteCounts<String> logged;

    TokenExamination(
            TokenVerifier verifier, SupabaseFallback fallback, TokenCache cache, TokenMetrics metrics, Clock clock) {
        this.verifier = verifier;
        this.fallback = fallback;
        this.cache = cache;
        this.metrics = metrics;
        this.logged = new MinuteCounts<>(clock, MAX_REASONS);
    }

    /**
     * @param compact the bearer token
     * @param client the caller's address
     * @throws ProblemException 401 for a bad token, 503 when it could not be decided
     */
    VerifiedToken examine(String compact, String client) {
        TokenMetrics.Examination examination = metrics.begin();
        try {
            VerifiedToken token = examine(compact, client, examination);
            examination.ends(TokenMetrics.Outcome.ACCEPTED);
            return token;
        } catch (BadTokenException e) {
            examination.ends(TokenMetrics.Outcome.REFUSED);
            throw InvalidToken.because(e.getMessage());
        } finally {
            examination.record();
        }
    }

    private VerifiedToken examine(String compact, String client, TokenMetrics.Examination examination) {
        String hash = TokenCache.hash(compact);
        Optional<VerifiedToken> known = cache.good(hash);
        if (known.isPresent()) {
            return known.get();
        }
        require(!cache.knownBad(hash), "known to be bad");
        examination.reaches(TokenMetrics.Step.SHAPE);
        TokenShape token = verifier.shape(compact);
        examination.reaches(
                token.algorithm().equals("HS256") ? TokenMetrics.Step.SECRET : TokenMetrics.Step.PUBLISHED_KEY);
        Decision decision = verifier.decide(token);
        if (decision instanceof Decision.Undecidable) {
            examination.reaches(TokenMetrics.Step.SUPABASE);
            decision = askSupabase(hash, token, client);
        }
        return accepted(hash, decision);
    }

    /** A token that Supabase refuses is remembered, because asking again would cost more. */
    private Decision askSupabase(String hash, TokenShape token, String client) {
        try {
            return fallback.decide(token, client);
        } catch (BadTokenException e) {
            cache.putBad(hash);
            throw e;
        }
    }

    private VerifiedToken accepted(String hash, Decision decision) {
        if (decision instanceof Decision.Verified verified) {
            LOG.debugf(
                    "a token was accepted; roles it hints at: %s",
                    verified.token().roleHints());
            cache.putGood(hash, verified);
            return verified.token();
        }
        log(((Decision.Undecidable) decision).reason());
        throw new ProblemException(
                        ProblemCode.AUTH_UNAVAILABLE,
                        "The access token cannot be checked right now. Try again shortly.")
                .header("Retry-After", "5");
    }

    /** Anybody can send tokens that cannot be decided, so each reason is a warning once a minute only. */
    private void log(String reason) {
        Logger.Level level = logged.add(reason) == 1 ? Logger.Level.WARN : Logger.Level.DEBUG;
        LOG.logf(level, "a token could not be decided: %s", reason);
    }
}
