package org.athena.platform.metrics;

import java.util.Set;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * The route's label for requests that do not reach a route of the API. Without it, metrics would use the address itself, which
 * may contain anything.
 */
public final class RouteLabel {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The label of all of these requests. */
    public static final String NO_ROUTE = "/no-route";

    private RouteLabel() {}

    /** Must be called before the request is routed; the template of a route takes precedence. */
    public static void prepare(RoutingContext context) {
        if (context.request() instanceof HttpServerRequestInternal request
                && request.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(NO_ROUTE);
        }
    }

    /** Names the route of a request that a handler of ours answers, for metrics and for the log. */
    public static void name(RoutingContext context, String label) {
        if (context.request() instanceof HttpServerRequestInternal request) {
            request.context().putLocal("UrlPathTemplate", label);
            if (request.metric() instanceof HttpRequestMetric metric) {
                metric.setTemplatePath(label);
            }
        }
    }

    /** The route's template with its parameters in braces, or {@link #NO_ROUTE}. */
    public static String of(RoutingContext context) {
        String template = context.request() instanceof HttpServerRequestInternal request
                ? request.context().getLocal("UrlPathTemplate")
                : null;
        return template == null ? NO_ROUTE : template;
    }

    /** The method, or a fixed name for all unknown methods. */
    public static String method(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }
}
