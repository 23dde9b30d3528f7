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
 * What browsers are told. Quarkus' own filters for this stand behind the edge: a page would get to see no refusal of ours, and
 * an origin that is not let in would be answered without a problem.
 */
@Singleton
class BrowserRules {

    /** What pages may do. */
    static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** What pages may send. */
    static final Set<String> HEADERS = Set.of(
            "Authorization",
            "Content-Type",
            "X-School-Id",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            RequestId.HEADER);

    /** What pages are shown besides what browsers show anyway. */
    private static final Set<String> SHOWN = Set.of(
            "Allow",
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

    private final EdgeConfig config;

    BrowserRules(EdgeConfig config) {
        this.config = config;
    }

    /** Lets pages of the origins in, and answers their preflights; empty when no origin is configured. */
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

    /** An answer of the API is data: nothing in it is ever to be run, framed or told to others. */
    void watch(RoutingContext context) {
        context.addHeadersEndHandler(head -> {
            MultiMap headers = context.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            if (!context.request().uri().startsWith(PAGES)) {
                headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            }
            config.hsts().ifPresent(age -> headers.set("Strict-Transport-Security", "max-age=" + age.toSeconds()));
            config.corsOrigins().ifPresent(origins -> headers.set(HttpHeaders.VARY, varying(headers)));
        });
    }

    /** Where origins are named an answer depends on the page, its refusals and those without a page included. */
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
