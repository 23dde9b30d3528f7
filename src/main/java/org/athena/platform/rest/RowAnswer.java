package org.athena.platform.rest;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with one row and its version as a strong ETag (RFC 9110, section 8.8.3), and reads the conditions a caller sets. */
@RequestScoped
public class RowAnswer {

    private final HttpHeaders headers;

    RowAnswer(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The ETag of a version; null of none. */
    public static String etag(Integer version) {
        return version == null ? null : "\"" + version + "\"";
    }

    /**
     * The row, or 304 when the caller has this version already ({@code If-None-Match}).
     *
     * @param version null when the caller is not shown it; then there is no ETag either
     */
    public <T> RestResponse<T> read(Integer version, T view) {
        if (version == null) {
            return RestResponse.ok(view);
        }
        return tags(HttpHeaders.IF_NONE_MATCH).stream()
                        .anyMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag(version)))
                ? RestResponse.ResponseBuilder.<T>notModified(etag(version)).build()
                : changed(version, view);
    }

    /** The row as it is now. */
    public <T> RestResponse<T> changed(int version, T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /**
     * Refuses a change of a version that the caller has not seen.
     *
     * @throws ProblemException 412 when {@code If-Match} is sent and names another version (RFC 9110, section 13.1.1)
     */
    public void require(int version) {
        List<String> tags = tags(HttpHeaders.IF_MATCH);
        if (!tags.isEmpty() && !tags.contains("*") && !tags.contains(etag(version))) {
            throw new ProblemException(
                    ProblemCode.STALE, "The row is at another version than the one named in If-Match. Read it again.");
        }
    }

    private List<String> tags(String header) {
        String value = headers.getHeaderString(header);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip).toList();
    }
}
