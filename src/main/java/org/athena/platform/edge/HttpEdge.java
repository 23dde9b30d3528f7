package org.athena.platform.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.athena.platform.edge.connection.Addressee;
import org.athena.platform.metrics.RouteLabel;
import org.athena.platform.problem.ProblemCode;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses requests that no route should see, with the same problems as everywhere. Requests that the server cannot parse never
 * arrive here: the server answers them with a status alone (docs/decisions/refused-before-a-route.md).
 */
@ApplicationScoped
class HttpEdge {

    /** Before all handlers of Quarkus but the live reload of dev mode. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    /** The length that every server should accept (RFC 9110, section 4.1). */
    private static final int MAX_ADDRESS_CHARACTERS = 8_000;

    /** Room for the longest token (8 KiB) and as much for all other headers. */
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final EdgeAnswer answer;
    private final BodyLimit limit;
    private final AccessLog log;
    private final BrowserRules browsers;
    private final OriginLog origins;

    HttpEdge(EdgeAnswer answer, BodyLimit limit, AccessLog log, BrowserRules browsers, OriginLog origins) {
        this.answer = answer;
        this.limit = limit;
        this.log = log;
        this.browsers = browsers;
        this.origins = origins;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::watch).failureHandler(answer::failure);
        router.route().order(FIRST + 1).handler(origins::look);
        // Before the refusals, so that pages may read them.
        browsers.cors().ifPresent(cors -> router.route().order(FIRST + 2).handler(cors));
        router.route().order(FIRST + 3).handler(this::check);
    }

    private void watch(RoutingContext context) {
        UnreadBody.watch(context);
        RouteLabel.prepare(context);
        log.watch(context);
        browsers.watch(context);
        context.next();
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String fault = request.version() == HttpVersion.HTTP_2
                ? null
                : addressee(request).fault();
        if (fault != null) {
            answer.refuse(context, ProblemCode.REQUEST_MALFORMED, fault);
        } else if (request.uri().length() > MAX_ADDRESS_CHARACTERS) {
            answer.refuse(context, ProblemCode.REQUEST_ADDRESS_TOO_LONG, "The address has more than 8,000 characters.");
        } else if (!readable(request.uri())) {
            answer.refuse(context, ProblemCode.REQUEST_MALFORMED, "The address is malformed: percent-encode it.");
        } else if (headerBytes(request) > MAX_HEADER_BYTES) {
            answer.refuse(context, ProblemCode.REQUEST_HEADERS_TOO_LARGE, "The headers are larger than 16 KiB.");
        } else if (limit.exceededBy(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            answer.refuse(context, ProblemCode.REQUEST_TOO_LARGE, BodyLimit.DETAIL);
        } else {
            context.next();
        }
    }

    private static Addressee addressee(HttpServerRequest request) {
        return new Addressee(
                request.method().name(),
                request.uri(),
                request.headers().getAll(HttpHeaders.HOST),
                request.version() == HttpVersion.HTTP_1_1);
    }

    /** Quarkus would check this first and answer without a body; {@code Athena.main} switches that check off. */
    private static boolean readable(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int headerBytes(HttpServerRequest request) {
        int bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }
}
