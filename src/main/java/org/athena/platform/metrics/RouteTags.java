package org.athena.platform.metrics;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;

/** A caller may make up methods without end; each would be a series of its own. */
@Singleton
class RouteTags implements HttpServerMetricsTagsContributor {

    @Override
    public Tags contribute(Context context) {
        return Tags.of("method", RouteLabel.method(context.request().method().name()));
    }
}
