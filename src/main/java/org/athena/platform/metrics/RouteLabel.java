package org.athena.platform.metrics;

import java.util.Set;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * The name under which a request is counted when no route of the API takes it: refused before it reaches one, or sent to an
 * address where there is none. Without it the address itself would be the name, with whatever a caller wrote into it.
 */
public final class RouteLabel {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** One name for all of them. */
    public static final String NO_ROUTE = "/no-route";

    private RouteLabel() {}

    /** To be called before the request is routed; a route's own template takes precedence. */
    public static void prepare(RoutingContext context) {
        if (context.request() instanceof HttpServerRequestInternal request
                && request.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(NO_ROUTE);
        }
    }

    /** The route's template with its parameters in braces, or {@link #NO_ROUTE}. */
    public static String of(RoutingContext context) {
        String template = context.request() instanceof HttpServerRequestInternal request
                ? request.context().getLocal("UrlPathTemplate")
                : null;
        return template == null ? NO_ROUTE : template;
    }

    /** The method, or one name for all that are made up. */
    public static String method(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }
}
