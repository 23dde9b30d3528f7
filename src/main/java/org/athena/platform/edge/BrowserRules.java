package org.athena.platform.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.athena.platform.request.RequestId;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;

/**
 * Headers for browsers. Quarkus' own filters for CORS run after the edge: a page could not read the refusals of the edge, and an
 * origin that is not allowed would get an answer without a problem.
 */
@Singleton
class BrowserRules {

    /** The methods that pages may use. */
    static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** The headers that pages may send. */
    static final Set<String> HEADERS = Set.of(
            "Authorization",
            "Content-Type",
            "X-School-Id",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            RequestId.HEADER);

    /** The headers that pages may read in addition to those that browsers always show. */
    private static final Set<String> SHOWN = Set.of(
            "Allow",
            "Content-Disposition",
            "ETag",
            "Idempotency-Replayed",
            "Location",
            "Retry-After",
            "WWW-Authenticate",
            "X-School-Id",
            RequestId.HEADER);

    private static final int PREFLIGHT_SECONDS = 600;
    /** Only dev mode has pages of its own. */
    private static final String PAGES = "/q/";

    private static final String POLICY = "Content-Security-Policy";

    private final EdgeConfig config;

    BrowserRules(EdgeConfig config) {
        this.config = config;
    }

    /** Allows pages of the configured origins and answers their preflights; empty when no origin is configured. */
    Optional<Handler<RoutingContext>> cors() {
        return config.corsOrigins().map(origins -> {
            CorsHandler handler = CorsHandler.create();
            origins.forEach(origin -> handler.addOrigin(origin.strip()));
            return handler.allowCredentials(config.corsCredentials())
                    .allowedMethods(METHODS)
                    .allowedHeaders(HEADERS)
                    .exposedHeaders(SHOWN)
                    .maxAgeSeconds(PREFLIGHT_SECONDS);
        });
    }

    /** An answer of the API is data: browsers must not run it, show it in a frame or send its address on. */
    void watch(RoutingContext context) {
        context.addHeadersEndHandler(head -> {
            MultiMap headers = context.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            // The page has a policy of its own.
            if (!headers.contains(POLICY) && !context.request().uri().startsWith(PAGES)) {
                headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
            }
            config.hsts().ifPresent(age -> headers.set("Strict-Transport-Security", "max-age=" + age.toSeconds()));
            config.corsOrigins().ifPresent(origins -> headers.set(HttpHeaders.VARY, varying(headers)));
        });
    }

    /** When origins are configured, every answer depends on the page's origin, refusals and answers without an origin included. */
    private static String varying(MultiMap headers) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.getAll(HttpHeaders.VARY).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .forEach(names::add);
        names.remove("Origin");
        return Stream.concat(names.stream(), Stream.of("Origin")).collect(Collectors.joining(", "));
    }
}
