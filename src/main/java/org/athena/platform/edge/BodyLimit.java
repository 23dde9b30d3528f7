package org.athena.platform.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.limits.LargeBody;
import org.athena.platform.operations.FilterPriorities;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * How large a body may be: 256 KiB, or what a route declares with {@link LargeBody}. A body whose length is announced is refused
 * unread, any other one when it has grown too large. Both happen before anything is parsed.
 */
@Singleton
class BodyLimit {

    /** No route takes more. Quarkus' own limit, which it answers without a body, must be higher. */
    static final int MAX_BYTES = 6 * 1024 * 1024;

    static final String DETAIL = "The body is larger than 6 MiB.";

    /** As JSON becomes objects, it takes many times its size. No body of ours needs more than a tenth of this. */
    private static final int USUAL_BYTES = 256 * 1024;

    /** @param contentLength the header, or null */
    boolean exceededBy(String contentLength) {
        return contentLength != null && exceeds(contentLength, MAX_BYTES);
    }

    /** The caller may send a body: it is looked at only now, and nothing was kept for them before. */
    @ServerRequestFilter(priority = FilterPriorities.INPUT)
    void measure(ContainerRequestContext request, ResourceInfo route, RoutingContext routing) throws IOException {
        refuseCoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        int limit = limit(route);
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && exceeds(length, limit)) {
            throw tooLarge(limit);
        }
        if (length == null && hasBody(request, routing)) {
            byte[] body = request.getEntityStream().readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge(limit);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    /** Over HTTP/2 a body needs no header, and none of what Quarkus tells about a request tells of it. */
    private static boolean hasBody(ContainerRequestContext request, RoutingContext routing) {
        return request.getHeaderString("Transfer-Encoding") != null
                || routing.request().version() == HttpVersion.HTTP_2
                        && !routing.request().isEnded();
    }

    private static int limit(ResourceInfo route) {
        LargeBody declared = route.getResourceMethod().getAnnotation(LargeBody.class);
        return declared == null ? USUAL_BYTES : declared.bytes();
    }

    /** HTTP/2 passes on a length that is no number. */
    private static boolean exceeds(String length, int limit) {
        try {
            return Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static ProblemException tooLarge(int limit) {
        String size = limit % (1024 * 1024) == 0 ? limit / (1024 * 1024) + " MiB" : limit / 1024 + " KiB";
        return new ProblemException(ProblemCode.REQUEST_TOO_LARGE, "The body is larger than " + size + ".");
    }

    /** A few compressed bytes can become gigabytes (RFC 9110, section 15.5.16 has the answer). */
    private static void refuseCoding(String coding) {
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            String message = "must be left out: bodies are taken uncompressed";
            throw new ProblemException(
                            ProblemCode.REQUEST_MEDIA_TYPE,
                            "Content-Encoding: " + message,
                            List.of(new Violation(HttpHeaders.CONTENT_ENCODING, "header", message)))
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }
}
