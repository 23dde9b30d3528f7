package org.athena.platform.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** The whole way of a bearer token: memory, shape, keys, Supabase; then the token's content, or a problem. */
@ApplicationScoped
class TokenExamination {

    private static final Logger LOG = Logger.getLogger(TokenExamination.class);

    private final TokenVerifier verifier;
    private final SupabaseFallback fallback;
    private final TokenCache cache;
    private final TokenMetrics metrics;

    TokenExamination(TokenVerifier verifier, SupabaseFallback fallback, TokenCache cache, TokenMetrics metrics) {
        this.verifier = verifier;
        this.fallback = fallback;
        this.cache = cache;
        this.metrics = metrics;
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
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.AUTH_INVALID_TOKEN) {
                examination.ends(TokenMetrics.Outcome.REFUSED);
            }
            throw e;
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
        if (cache.knownBad(hash)) {
            throw InvalidToken.because("known to be bad");
        }
        examination.reaches(TokenMetrics.Step.SHAPE);
        TokenShape token = shape(compact);
        examination.reaches(
                token.algorithm().equals("HS256") ? TokenMetrics.Step.SECRET : TokenMetrics.Step.PUBLISHED_KEY);
        Decision local = verifier.decide(token);
        Decision decision = local;
        if (local instanceof Decision.Undecidable) {
            examination.reaches(TokenMetrics.Step.SUPABASE);
            decision = fallback.decide(token, client);
        }
        if (decision instanceof Decision.Verified verified) {
            LOG.debugf(
                    "a token was accepted; roles it hints at: %s",
                    verified.token().roleHints());
            cache.putGood(hash, token.keyId(), verified);
            return verified.token();
        }
        if (decision instanceof Decision.Bad bad) {
            if (decision != local) {
                cache.putBad(hash);
            }
            throw InvalidToken.because(bad.reason());
        }
        LOG.warnf("a token could not be decided: %s", ((Decision.Undecidable) decision).reason());
        throw new ProblemException(
                        ProblemCode.AUTH_UNAVAILABLE,
                        "The access token cannot be checked right now. Try again shortly.")
                .header("Retry-After", "5");
    }

    private TokenShape shape(String compact) {
        try {
            return verifier.shape(compact);
        } catch (BadTokenException e) {
            throw InvalidToken.because(e.getMessage());
        }
    }
}
