package org.athena.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.request.Sha256;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers the results of examinations for a short time, by the token's SHA-256. Checking a signature by elliptic curve costs
 * more than the rest of a request. The rights of a user are never remembered.
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
            .recordStats()
            .build();
    /** Kept apart from the good tokens, so that a flood of bad ones does not push those out. */
    private final Cache<String, Instant> bad = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(BAD_FOR)
            .recordStats()
            .build();

    private record Good(Decision.Verified decision, Instant until) {}

    TokenCache(Clock clock, PublishedKeys published, MeterRegistry registry) {
        this.clock = clock;
        this.published = published;
        CaffeineCacheMetrics.monitor(registry, good, "good_tokens");
        CaffeineCacheMetrics.monitor(registry, bad, "bad_tokens");
    }

    /** The token, if it was found good lately and its key has not changed. */
    Optional<VerifiedToken> good(String hash) {
        return Optional.ofNullable(good.getIfPresent(hash))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Good::decision)
                .filter(published::standBy)
                .map(Decision.Verified::token);
    }

    void putGood(String hash, Decision.Verified decision) {
        Instant until = clock.instant().plus(GOOD_FOR);
        Instant expiry = decision.token().expiresAt();
        good.put(hash, new Good(decision, expiry.isBefore(until) ? expiry : until));
    }

    boolean knownBad(String hash) {
        Instant until = bad.getIfPresent(hash);
        return until != null && clock.instant().isBefore(until);
    }

    void putBad(String hash) {
        bad.put(hash, clock.instant().plus(BAD_FOR));
    }

    static String hash(String token) {
        return Base64.getEncoder().encodeToString(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }
}
