package org.athena.platform.metrics;

import java.util.Set;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Adds the tag for the port to the meters of a server at a random port; those at a fixed port have it already. Prometheus
 * requires the same tags for all meters of one name. Without this rule a service with both kinds of ports would hang at the start
 * without a message.
 */
@Singleton
class ServerPortTag implements MeterFilter {

    private static final String TAG = "server.port";
    private static final Set<String> TAGGED = Set.of(
            "http.server.bytes.read",
            "http.server.bytes.written",
            "http.server.connections",
            "http.server.active.connections",
            "http.server.active.requests");

    @Override
    public Meter.Id map(Meter.Id id) {
        return TAGGED.contains(id.getName()) && id.getTag(TAG) == null ? id.withTag(Tag.of(TAG, "random")) : id;
    }
}
