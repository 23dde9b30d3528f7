package org.athena.platform.problem;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.athena.platform.request.RequestId;

/** Writes problems for the current request. */
@RequestScoped
public class ProblemAnswer {

    private final UriInfo uri;
    private final RequestId requestId;

    ProblemAnswer(UriInfo uri, RequestId requestId) {
        this.uri = uri;
        this.requestId = requestId;
    }

    /** The answer for an exception, with its headers. */
    public Response of(ProblemException e) {
        Response.ResponseBuilder response = response(e.code(), e.getMessage(), e.violations(), e.extensions());
        e.headers().forEach(response::header);
        return response.build();
    }

    /** The answer for an unexpected fault, which does not show anything of it. */
    public Response unexpected() {
        return of(ProblemCode.INTERNAL, "The fault is ours and has been written to the log.", List.of());
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
