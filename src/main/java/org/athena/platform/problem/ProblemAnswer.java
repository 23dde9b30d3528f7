package org.athena.platform.problem;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.athena.platform.request.RequestId;

/** Writes problems for the request at hand. */
@RequestScoped
class ProblemAnswer {

    private final UriInfo uri;
    private final HttpHeaders headers;
    private final RequestId requestId;

    ProblemAnswer(UriInfo uri, HttpHeaders headers, RequestId requestId) {
        this.uri = uri;
        this.headers = headers;
        this.requestId = requestId;
    }

    /** Whether the request names the version it means to change. */
    boolean conditional() {
        return headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
    }

    Response of(ProblemException e) {
        Response.ResponseBuilder response = response(e.code(), e.getMessage(), e.violations(), e.extensions());
        e.headers().forEach(response::header);
        return response.build();
    }

    Response of(ProblemCode code, String detail, List<Violation> violations) {
        return response(code, detail, violations, Map.of()).build();
    }

    private Response.ResponseBuilder response(
            ProblemCode code, String detail, List<Violation> violations, Map<String, Object> extensions) {
        Problem problem = Problem.of(code, detail, uri.getPath(), requestId.value(), violations, extensions);
        return Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
