package org.athena.platform.row;

import java.math.BigInteger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers with one row and its version as a strong ETag (RFC 9110, section 8.8.3), and reads the conditions a caller sets. */
@RequestScoped
public class RowAnswer {

    private static final String VERSION = "version";

    private final HttpHeaders headers;
    private final ObjectMapper mapper;
    private boolean named;

    RowAnswer(HttpHeaders headers, ObjectMapper mapper) {
        this.headers = headers;
        this.mapper = mapper;
    }

    /**
     * The row, or 304 when the caller has this answer already ({@code If-None-Match}).
     *
     * @param version null when the caller may not see it; then there is no ETag either
     * @throws ProblemException 400 when {@code If-None-Match} names no tag
     */
    public <T> RestResponse<T> read(Integer version, T view) {
        if (version == null) {
            return RestResponse.ok(view);
        }
        String tag = tag(version, view);
        return sent(HttpHeaders.IF_NONE_MATCH)
                        && tags(HttpHeaders.IF_NONE_MATCH).contain(tag)
                ? RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                        .header(HttpHeaders.ETAG, tag)
                        .build()
                : answer(tag, view);
    }

    /** The row as it is now. */
    public <T> RestResponse<T> changed(int version, T view) {
        return answer(tag(version, view), view);
    }

    private static <T> RestResponse<T> answer(String tag, T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    private String tag(int version, Object view) {
        try {
            return view instanceof ShowsOthers more
                    ? EntityTag.of(version, mapper.writeValueAsBytes(more.others()))
                    : EntityTag.of(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Refuses a change of a version that the caller has not seen, or of one that the change is not for. What the answer showed beside
     * the row does not count, because the change is of the row.
     *
     * @throws ProblemException 412 when {@code If-Match} is sent and names another version, or {@code If-None-Match} names this
     *     one (RFC 9110, sections 13.1.1 and 13.1.2); 400 when the condition names no tag
     */
    public void require(int version) {
        if (sent(HttpHeaders.IF_MATCH) && !names(HttpHeaders.IF_MATCH, version)) {
            throw new ProblemException(
                    ProblemCode.STALE, "The row is at another version than the one named in If-Match. Read it again.");
        }
        if (names(HttpHeaders.IF_NONE_MATCH, version)) {
            throw new ProblemException(ProblemCode.STALE, "The row is at a version that If-None-Match excludes.");
        }
    }

    /**
     * The same for a {@code PATCH}, whose body may name the version as well.
     *
     * @return the patch without the version
     */
    public ObjectNode require(int version, ObjectNode patch) {
        require(version);
        if (patch == null || !patch.has(VERSION)) {
            return patch;
        }
        named = true;
        JsonNode seen = patch.get(VERSION);
        if (!seen.isIntegralNumber()) {
            throw ProblemException.invalid(VERSION, "body", FaultCode.NOT_A_WHOLE_NUMBER, "must be a whole number");
        }
        if (!seen.bigIntegerValue().equals(BigInteger.valueOf(version))) {
            throw new ProblemException(
                    ProblemCode.STALE, "The row is at another version than the one named in the body. Read it again.");
        }
        ObjectNode rest = patch.deepCopy();
        rest.remove(VERSION);
        return rest;
    }

    /** Whether the caller named a version, in {@code If-Match} or in the body. */
    public boolean conditional() {
        return named || sent(HttpHeaders.IF_MATCH);
    }

    private boolean sent(String condition) {
        return !headers.getRequestHeader(condition).isEmpty();
    }

    private boolean names(String condition, int version) {
        return sent(condition) && tags(condition).name(version);
    }

    private NamedTags tags(String condition) {
        return NamedTags.in(condition, headers.getRequestHeader(condition));
    }
}
