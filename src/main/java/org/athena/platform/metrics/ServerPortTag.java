package org.athena.platform.metrics;

import java.util.Set;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Gives the meters of a server at a random port the tag that those at a fixed port have. Prometheus takes one set of tags for a
 * name: without this a service with one port of each kind does not finish starting, and does not say why.
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
