package org.athena.platform.edge;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.limits.MaxBody;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.request.FilterPriorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The largest size of a body: 256 KiB, or the size that a route declares with {@link MaxBody}. A body that announces a larger
 * length is refused before it is read, any other body when {@link ArrivedBody} has received too much. Both happen before the body
 * is parsed.
 */
@Singleton
class BodyLimit {

    static final String DETAIL = "The body is larger than 6 MiB.";

    /** Objects take many times the size of their JSON. No body of the API needs more than a tenth of this. */
    static final int USUAL_BYTES = 256 * 1024;

    /** @param contentLength the header, or null */
    boolean exceededBy(String contentLength) {
        return contentLength != null && exceeds(contentLength, MaxBody.LARGEST);
    }

    /** Refuses a body that announces a size that is too large, or that is compressed, before waiting for it. */
    @ServerRequestFilter(priority = FilterPriorities.BODY_HEADERS)
    void refuseAnnounced(ContainerRequestContext request, ResourceInfo route) {
        refuseCoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        int limit = of(route);
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && exceeds(length, limit)) {
            throw tooLarge(limit);
        }
    }

    /** The largest number of bytes for a body of the route. */
    static int of(ResourceInfo route) {
        MaxBody declared = route.getResourceMethod().getAnnotation(MaxBody.class);
        return declared == null ? USUAL_BYTES : declared.bytes();
    }

    /** Over HTTP/2 the length may be a text that is not a number. */
    private static boolean exceeds(String length, int limit) {
        try {
            return Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** The problem for a body with more bytes than the limit. */
    static ProblemException tooLarge(int limit) {
        String size = limit % (1024 * 1024) == 0 ? limit / (1024 * 1024) + " MiB" : limit / 1024 + " KiB";
        return new ProblemException(ProblemCode.REQUEST_TOO_LARGE, "The body is larger than " + size + ".");
    }

    /** A few compressed bytes can become gigabytes. RFC 9110, section 15.5.16, says how to refuse the coding. */
    private static void refuseCoding(String coding) {
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            String message = "must be left out: the body must not be compressed";
            throw new ProblemException(
                            ProblemCode.REQUEST_MEDIA_TYPE,
                            "Content-Encoding: " + message,
                            List.of(new Violation(
                                    HttpHeaders.CONTENT_ENCODING, "header", message, FaultCode.NOT_ACCEPTED)))
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }
}
