package org.athena.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers for a short while what was found out about a token, by its SHA-256: a signature by elliptic curve costs more than
 * the whole rest of a request. What a user may do is never remembered.
 */
@ApplicationScoped
class TokenCache {

    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final Duration BAD_FOR = Duration.ofSeconds(30);
    private static final int MAX_ENTRIES = 10_000;

    private final Clock clock;
    private final PublishedKeys published;
    private final Cache<String, Good> good = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(GOOD_FOR)
            .build();
    /** Apart from the good ones, so that a flood of bad tokens pushes nobody out. */
    private final Cache<String, Instant> bad = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(BAD_FOR)
            .build();

    private final CacheMetrics hits;

    private record Good(Decision.Verified decision, Optional<String> keyId, Instant until) {}

    TokenCache(Clock clock, PublishedKeys published, MeterRegistry registry) {
        this.clock = clock;
        this.published = published;
        this.hits = new CacheMetrics(registry, good, bad);
    }

    /**
     * The token, when it was found good lately and nothing about its key has changed since: the key that it was verified with is
     * still published, or, where a secret or Supabase decided, there is still none under its id.
     */
    Optional<VerifiedToken> good(String hash) {
        Optional<VerifiedToken> token = Optional.ofNullable(good.getIfPresent(hash))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .filter(entry -> entry.keyId()
                        .flatMap(published::find)
                        .equals(entry.decision().key()))
                .map(entry -> entry.decision().token());
        hits.good(token.isPresent());
        return token;
    }

    /**
     * @param keyId the key that the token names
     * @param decision what was found out about it
     */
    void putGood(String hash, Optional<String> keyId, Decision.Verified decision) {
        Instant until = clock.instant().plus(GOOD_FOR);
        Instant expiry = decision.token().expiresAt();
        good.put(hash, new Good(decision, keyId, expiry.isBefore(until) ? expiry : until));
    }

    boolean knownBad(String hash) {
        Instant until = bad.getIfPresent(hash);
        boolean known = until != null && clock.instant().isBefore(until);
        hits.bad(known);
        return known;
    }

    void putBad(String hash) {
        bad.put(hash, clock.instant().plus(BAD_FOR));
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
