package org.athena.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.athena.platform.operations.AnswerHeaders;
import org.athena.platform.operations.RequestId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Refuses, in the words of every other problem, what no route should see. */
@ApplicationScoped
class HttpEdge {

    /** Room for the longest token that is read (8 KiB) and as much again. */
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final ObjectMapper mapper;
    private final long maxBody;

    HttpEdge(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.mapper = mapper;
        this.maxBody = maxBody.asLongValue();
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, Integer.MAX_VALUE);
    }

    /** What the router itself cannot read, for example an address with a broken escape. */
    void answerFailures(@Observes Router router) {
        router.errorHandler(
                400, request -> refuse(request, ProblemCode.REQUEST_MALFORMED, "The address is malformed."));
    }

    private void check(RoutingContext request) {
        if (headerBytes(request.request()) > MAX_HEADER_BYTES) {
            refuse(request, ProblemCode.REQUEST_HEADERS_TOO_LARGE, "The headers are larger than 16 KiB.");
        } else if (announcedBody(request.request()) > maxBody) {
            refuse(request, ProblemCode.REQUEST_TOO_LARGE, "The body is larger than the service takes.");
        } else {
            request.next();
        }
    }

    private static int headerBytes(HttpServerRequest request) {
        int bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }

    /** The server has refused what is no number; one that grows beyond it is cut off while it is read. */
    private static long announcedBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Closes the connection, because the rest of the request is not read. */
    private void refuse(RoutingContext request, ProblemCode code, String detail) {
        String id = RequestId.sane(
                request.request().getHeader(RequestId.HEADER), UUID.randomUUID().toString());
        Problem problem = new Problem(
                code.type(),
                code.title(),
                code.status(),
                detail,
                request.request().path(),
                code.code(),
                id,
                List.of(),
                Map.of());
        AnswerHeaders.ALWAYS.forEach(request.response()::putHeader);
        request.response()
                .setStatusCode(code.status())
                .putHeader(RequestId.HEADER, id)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(json(problem));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
