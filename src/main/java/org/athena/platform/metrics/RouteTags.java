package org.athena.platform.metrics;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;

/** Replaces unknown methods by a fixed name, because each method is a series of its own and callers can invent methods. */
@Singleton
class RouteTags implements HttpServerMetricsTagsContributor {

    @Override
    public Tags contribute(Context context) {
        return Tags.of("method", RouteLabel.method(context.request().method().name()));
    }
}
