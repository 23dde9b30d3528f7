package org.athena.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of every answer that is not a success (RFC 9457, {@code application/problem+json}).
 *
 * @param type a URI that names the kind of problem; stable, and the same for every occurrence
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what went wrong this time, written for a person; never an exception's message
 * @param instance the path of the request
 * @param code the public code of the kind ({@code feature.reason})
 * @param requestId the id under which the request stands in the log
 * @param violations the faults in the request, empty when there are none to name
 * @param extensions further members, for example the schools to choose from
 */
// Mappers write this record, and Quarkus does not see its type there, so the native executable must be told.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonProperty("request_id") String requestId,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** The media type of a problem (RFC 9457, section 3). */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of that kind. */
    public static Problem of(
            ProblemCode code,
            String detail,
            String instance,
            String requestId,
            List<Violation> violations,
            Map<String, Object> extensions) {
        return new Problem(
                code.type(),
                code.title(),
                code.status(),
                detail,
                instance,
                code.code(),
                requestId,
                violations,
                extensions);
    }
}
