package org.athena.platform.edge;

import org.athena.platform.problem.ProblemCode;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What becomes of a connection on which a body goes on after its answer. It cannot be cut at once: a client that still sends
 * would lose the answer (RFC 9112, section 9.6). What comes is thrown away for a while, then the connection ends.
 */
final class UnreadBody {

    private static final long PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /** HTTP/2 gives each request a stream of its own and needs none of this. */
    static void watch(RoutingContext context) {
        if (hasBody(context.request()) && context.request().version() != HttpVersion.HTTP_2) {
            context.addHeadersEndHandler(head -> sayThatItEnds(context));
            context.addEndHandler(answered -> endUnlessRead(context));
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static void sayThatItEnds(RoutingContext context) {
        if (broken(context)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static void endUnlessRead(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Whoever read it no longer does.
        request.handler(null).resume();
        if (broken(context) || !request.isEnded()) {
            context.vertx().setTimer(PATIENCE_MILLIS, late -> {
                if (broken(context) || !request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }

    /** Whether the answer is that the body is not waited for any more. */
    private static boolean broken(RoutingContext context) {
        int status = context.response().getStatusCode();
        return status == ProblemCode.REQUEST_TOO_LARGE.status() || status == ProblemCode.REQUEST_TIMEOUT.status();
    }
}
