package org.athena.platform.edge;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.athena.platform.metrics.RouteLabel;
import org.athena.platform.metrics.RouteUse;
import org.athena.platform.request.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.vertx.ext.web.RoutingContext;

/**
 * Writes one line for each request. It contains the route instead of the address, because an address may contain anything. Of the
 * user and the school it contains the ids only.
 */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("org.athena.access");

    private final RouteUse use;

    AccessLog(RouteUse use) {
        this.use = use;
    }

    void watch(RoutingContext context) {
        long begin = System.nanoTime();
        context.addEndHandler(ended -> write(context, (System.nanoTime() - begin) / 1_000_000));
    }

    private void write(RoutingContext context, long millis) {
        String method = RouteLabel.method(context.request().method().name());
        String route = RouteLabel.of(context);
        int status = context.response().getStatusCode();
        // Answers that Quarkus writes itself, such as those to a preflight, have no id.
        Optional.ofNullable(context.response().headers().get(RequestId.HEADER))
                .ifPresent(id -> MDC.put(RequestId.FIELD, id));
        Map.of("method", method, "route", route, "status", status, "duration_ms", millis)
                .forEach(MDC::put);
        LOG.infof("%s %s %d %d ms", method, route, status, millis);
        use.count(method + " " + route, (String) MDC.get(RequestId.SCHOOL_FIELD));
    }
}
