package org.athena.platform.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.operations.FilterPriorities;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** How large a body may be. One whose length is announced is refused unread, any other when it has grown too large. */
@Singleton
class BodyLimit {

    /** Room for an import of 10,000 students. Quarkus' own limit, which it answers without a body, must be higher. */
    static final int MAX_BYTES = 6 * 1024 * 1024;

    static final String DETAIL = "The body is larger than 6 MiB.";

    /** @param contentLength the header, or null */
    boolean exceededBy(String contentLength) {
        return contentLength != null && Long.parseLong(contentLength) > MAX_BYTES;
    }

    /** The caller may send it: only now is anything kept for them. */
    @ServerRequestFilter(priority = FilterPriorities.INPUT)
    void measure(ContainerRequestContext request) throws IOException {
        // Quarkus takes a request without a media type for one without a body.
        boolean none = !request.hasEntity() && request.getHeaderString("Transfer-Encoding") == null;
        if (none || request.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null) {
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE, DETAIL);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
