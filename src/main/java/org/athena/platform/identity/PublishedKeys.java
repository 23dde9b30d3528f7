package org.athena.platform.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.athena.platform.supabase.SupabaseAuthApi;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Supabase's published signing keys. Refreshed in the background; when Supabase cannot be reached the last ones serve for an
 * hour, and after that nothing they signed can be decided here.
 */
@ApplicationScoped
class PublishedKeys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration RELOAD_INTERVAL = Duration.ofSeconds(30);
    private static final Duration MAX_AGE = Duration.ofMinutes(60);
    private static final int MAX_BYTES = 64 * 1024;

    private final SupabaseAuthApi supabase;
    private final boolean configured;
    private final Clock clock;

    private volatile KeySet keys = KeySet.EMPTY;
    private volatile Instant loadedAt = Instant.MIN;
    private volatile Instant askedAt = Instant.MIN;

    PublishedKeys(@RestClient SupabaseAuthApi supabase, AuthConfig config, Clock clock) {
        this.supabase = supabase;
        this.configured = config.supabaseUrl().isPresent();
        this.clock = clock;
    }

    /** The key with that id, from what is known now, if that is not too old. */
    Optional<KeySet.SigningKey> find(String keyId) {
        boolean fresh = loadedAt.isAfter(clock.instant().minus(MAX_AGE));
        return fresh ? Optional.ofNullable(keys.keys().get(keyId)) : Optional.empty();
    }

    /** The key with that id, after asking Supabase when nobody asked in the last 30 seconds. */
    Optional<KeySet.SigningKey> findOrReload(String keyId) {
        Optional<KeySet.SigningKey> known = find(keyId);
        if (known.isPresent() || !mayAsk()) {
            return known;
        }
        load();
        return find(keyId);
    }

    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        load();
    }

    private synchronized boolean mayAsk() {
        if (!configured || askedAt.isAfter(clock.instant().minus(RELOAD_INTERVAL))) {
            return false;
        }
        askedAt = clock.instant();
        return true;
    }

    private void load() {
        if (!configured) {
            return;
        }
        try (Response response = supabase.keys()) {
            byte[] body = response.readEntity(byte[].class);
            if (response.getStatus() != 200 || body == null || body.length > MAX_BYTES) {
                throw new IOException("status " + response.getStatus());
            }
            keys = KeySet.parse(body);
            loadedAt = clock.instant();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the published keys could not be loaded: %s", e.toString());
        }
    }
}
