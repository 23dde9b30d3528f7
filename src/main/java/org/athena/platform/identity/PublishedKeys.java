package org.athena.platform.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/**
 * Supabase's published signing keys, loaded again in the background. When Supabase cannot be reached, the last keys are used for
 * one hour. After that the service cannot check tokens by them.
 */
@ApplicationScoped
class PublishedKeys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration RELOAD_INTERVAL = Duration.ofSeconds(30);
    private static final Duration MAX_AGE = Duration.ofMinutes(60);

    private final KeySource source;
    private final boolean configured;
    private final Clock clock;
    private final KeyMetrics loads;

    private volatile KeySet keys = KeySet.EMPTY;
    private volatile Instant loadedAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;

    PublishedKeys(KeySource source, AuthConfig config, Clock clock, MeterRegistry registry) {
        this.loads = new KeyMetrics(registry, clock);
        this.source = source;
        this.configured = config.supabaseUrl().isPresent();
        this.clock = clock;
    }

    /** The key with that id among the known keys, if they are not too old. */
    Optional<KeySet.SigningKey> find(String keyId) {
        return inForce() ? Optional.ofNullable(keys.keys().get(keyId)) : Optional.empty();
    }

    /**
     * Whether the decision still holds: the key that verified the token is still published or, when a secret or Supabase decided,
     * no key with the token's id has been published since.
     */
    boolean standBy(Decision.Verified decision) {
        return decision.keyId().flatMap(this::find).equals(decision.key());
    }

    /** The key with that id. Supabase is asked only when no keys are known, as at the start. */
    Optional<KeySet.SigningKey> findOrLoad(String keyId) {
        return inForce() ? find(keyId) : findOrReload(keyId);
    }

    /** The key with that id. Supabase is asked unless it was asked in the last 30 seconds. */
    Optional<KeySet.SigningKey> findOrReload(String keyId) {
        Optional<KeySet.SigningKey> known = find(keyId);
        if (known.isEmpty()) {
            reload(keyId);
        }
        return known.isPresent() ? known : find(keyId);
    }

    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void refresh() {
        load();
    }

    /** A request that comes during a load waits for its result, as long as a load may take, and does not load again. */
    private synchronized void reload(String keyId) {
        boolean askedLately = askedAt.isAfter(clock.instant().minus(RELOAD_INTERVAL));
        if (!askedLately && find(keyId).isEmpty()) {
            load();
        }
    }

    private boolean inForce() {
        return loadedAt.isAfter(clock.instant().minus(MAX_AGE));
    }

    private void load() {
        if (!configured) {
            return;
        }
        try {
            askedAt = clock.instant();
            KeySet loaded = source.load();
            warn(loaded);
            keys = loaded;
            loadedAt = clock.instant();
            loads.succeeded(loadedAt);
        } catch (IOException | RuntimeException e) {
            loads.failed();
            LOG.warnf("the published keys could not be loaded: %s", e.toString());
        }
    }

    /** Warns once for each new fault, because the same keys are loaded every ten minutes. */
    private void warn(KeySet loaded) {
        if (!loaded.leftOut().isEmpty() && !loaded.leftOut().equals(keys.leftOut())) {
            LOG.warnf("published keys were left out: %s", String.join("; ", loaded.leftOut()));
        }
    }
}
