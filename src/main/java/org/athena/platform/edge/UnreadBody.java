package org.athena.platform.edge;

import org.athena.platform.problem.ProblemCode;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Handles a connection whose request body continues after the answer. Closing it at once would lose the answer for a client that
 * still sends (RFC 9112, section 9.6). So the rest of the body is discarded for a while, and then the connection is closed.
 */
final class UnreadBody {

    private static final long PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /** HTTP/2 does not need this, because each request has a stream of its own. */
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
        // The handler that read the body no longer does.
        request.handler(null).resume();
        if (broken(context) || !request.isEnded()) {
            context.vertx().setTimer(PATIENCE_MILLIS, late -> {
                if (broken(context) || !request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }

    /** Whether the answer says that the body did not arrive in time. */
    private static boolean broken(RoutingContext context) {
        int status = context.response().getStatusCode();
        return status == ProblemCode.REQUEST_TOO_LARGE.status() || status == ProblemCode.REQUEST_TIMEOUT.status();
    }
}
