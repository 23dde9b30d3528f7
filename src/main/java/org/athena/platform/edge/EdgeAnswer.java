package org.athena.platform.edge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.problem.Problem;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.request.AnswerHeaders;
import org.athena.platform.request.RequestId;
import org.jboss.logging.Logger;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes problems for requests that have not reached a route. */
@ApplicationScoped
class EdgeAnswer {

    private static final Logger LOG = Logger.getLogger(EdgeAnswer.class);

    private final ObjectMapper mapper;

    EdgeAnswer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers a failure of the router, or of a handler outside the API. */
    void failure(RoutingContext context) {
        if (context.response().headWritten()) {
            // An answer that has begun cannot be changed; Quarkus ends it.
            LOG.error("an answer broke off", context.failure());
            context.next();
        } else if (context.failure() instanceof RejectedExecutionException) {
            context.response().putHeader("Retry-After", "2");
            refuse(context, ProblemCode.UNAVAILABLE, "The service has too much to do. Try again shortly.");
        } else if (context.statusCode() == ProblemCode.ROUTE_NOT_FOUND.status()) {
            refuse(context, ProblemCode.ROUTE_NOT_FOUND, "There is nothing at this address.");
        } else if (context.statusCode() == ProblemCode.REQUEST_ORIGIN.status()) {
            refuse(context, ProblemCode.REQUEST_ORIGIN, "Pages of this origin may not call the API.");
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            LOG.debug("refused by the server", context.failure());
            refuse(context, ProblemCode.REQUEST_MALFORMED, "The request cannot be read.");
        } else {
            LOG.error("unexpected", context.failure());
            refuse(context, ProblemCode.INTERNAL, "The fault is ours and has been written to the log.");
        }
    }

    void refuse(RoutingContext context, ProblemCode code, String detail) {
        String candidate = context.request().getHeader(RequestId.HEADER);
        String id = RequestId.sane(candidate, UUID.randomUUID().toString());
        Problem problem = Problem.of(code, detail, context.request().path(), id, List.of(), Map.of());
        AnswerHeaders.ALWAYS.forEach(context.response()::putHeader);
        context.response()
                .setStatusCode(code.status())
                .putHeader(RequestId.HEADER, id)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
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
