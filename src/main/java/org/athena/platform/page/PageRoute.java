package org.athena.platform.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.athena.platform.metrics.RouteLabel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the page from memory. An address that is no file is a screen of the page when a browser asks for a document; every other
 * address goes on to the API and its problems. The page's own server would write files to a disk or answer with a document where a
 * file is missing.
 */
@Singleton
class PageRoute {

    /** After the edge (HttpEdge), before every route of Quarkus. */
    private static final int ORDER = Integer.MIN_VALUE + 10;

    private static final Set<String> OTHERS = Set.of("api", "q");
    private static final String DOCUMENT = "index.html";
    private static final String HASHED = "assets/";
    private static final String LABEL = "/{page}";

    private final PageFiles files;
    private final PagePolicy policy;

    PageRoute(PageFiles files, PagePolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    void serve(@Observes Router router) {
        if (files.present()) {
            router.route()
                    .order(ORDER)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        String name = context.normalizedPath().substring(1);
        Optional<PageFile> file = OTHERS.contains(name.split("/", 2)[0])
                ? Optional.empty()
                : files.find(name, gzip(context.request()))
                        .or(() -> isScreen(context, name)
                                ? files.find(DOCUMENT, gzip(context.request()))
                                : Optional.empty());
        file.ifPresentOrElse(found -> send(context, name, found), context::next);
    }

    /** The root, or what a browser opens as a document; a name with a dot is a file that is missing. */
    private static boolean isScreen(RoutingContext context, String name) {
        if (name.isEmpty()) {
            return true;
        }
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !name.startsWith(HASHED)
                && !name.substring(name.lastIndexOf('/') + 1).contains(".");
    }

    private void send(RoutingContext context, String name, PageFile file) {
        RouteLabel.name(context, LABEL);
        HttpServerResponse response = context.response();
        policy.apply(response.headers());
        response.putHeader(HttpHeaders.ETAG, file.tag());
        response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
        // The names of hashed files change with their content. Everything else is asked for each time.
        response.putHeader(
                HttpHeaders.CACHE_CONTROL,
                name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        if (known(context.request(), file)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        response.putHeader(
                HttpHeaders.CONTENT_LENGTH, String.valueOf(file.body().length()));
        if (file.compressed()) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(file.body());
        }
    }

    /** A weight of 0 refuses (RFC 9110, section 12.5.3). */
    private static boolean gzip(HttpServerRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .anyMatch(coding -> coding.matches("(?i)gzip(\\s*;\\s*q=(0\\.\\d*[1-9]\\d*|1(\\.0+)?))?"));
    }

    /** A proxy that compresses makes the tag weak, so weak tags count as well (RFC 9110, section 13.1.2). */
    private static boolean known(HttpServerRequest request, PageFile file) {
        return accepted(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag()) || tag.equals("W/" + file.tag()));
    }

    private static Stream<String> accepted(String list) {
        return list == null ? Stream.empty() : Arrays.stream(list.split(",")).map(String::strip);
    }
}
