package org.athena.platform.edge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.request.FilterPriorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

/** Checks headers that Quarkus REST cannot parse in every form, before Quarkus reads them. */
@Singleton
class ReadableHeaders {

    /** RFC 9110, section 8.3.1, with the names that RFC 6838, section 4.2, allows; a wildcard is not allowed. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*";

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern MEDIA_TYPE = Pattern.compile(
            NAME + "/" + NAME + "(?:[ \\t]*;[ \\t]*(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?)*+[ \\t]*");

    private static final MediaType MERGE_PATCH = new MediaType("application", "merge-patch+json");

    /** @throws ProblemException 415 when {@code Content-Type} is not a media type, or names more than one */
    @ServerRequestFilter(priority = FilterPriorities.BODY_HEADERS)
    void refuseNoMediaType(ContainerRequestContext request) {
        List<String> types = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        if (types != null
                && (types.size() > 1 || !MEDIA_TYPE.matcher(types.get(0)).matches())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MEDIA_TYPE,
                    "Content-Type must be one media type, such as application/json.",
                    List.of(new Violation(
                            HttpHeaders.CONTENT_TYPE, "header", "must be one media type", FaultCode.NOT_ACCEPTED)));
        }
    }

    /**
     * @throws ProblemException 415 when {@code Content-Type} names another character set than UTF-8 for JSON (RFC 8259, section
     *     8.1)
     */
    @ServerRequestFilter(priority = FilterPriorities.BODY_HEADERS + 1)
    void refuseOtherCharacterSet(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        // Only JSON is checked: clients name a default for files, whose bytes show whether they are UTF-8.
        boolean json = type != null && type.getSubtype().endsWith("json");
        String charset = json ? type.getParameters().get(MediaType.CHARSET_PARAMETER) : null;
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MEDIA_TYPE,
                    "The body must be in UTF-8.",
                    List.of(new Violation(
                            HttpHeaders.CONTENT_TYPE,
                            "header",
                            "must not name a charset other than utf-8",
                            FaultCode.NOT_ACCEPTED)));
        }
    }

    /**
     * @throws ProblemException 415 for a form of JSON other than plain JSON, and the merge patch of a {@code PATCH} (RFC 7396): a
     *     JSON patch (RFC 6902), read as an object, would be taken for another request
     */
    @ServerRequestFilter(priority = FilterPriorities.BODY_HEADERS + 1)
    void refuseOtherForms(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean json = type != null && type.getSubtype().endsWith("json");
        boolean merge = HttpMethod.PATCH.equals(request.getMethod()) && MERGE_PATCH.isCompatible(type);
        if (json && !MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !merge) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MEDIA_TYPE,
                    "The body must be application/json.",
                    List.of(new Violation(
                            HttpHeaders.CONTENT_TYPE, "header", "must be application/json", FaultCode.NOT_ACCEPTED)));
        }
    }

    /**
     * Removes an {@code Accept-Language} that cannot be read. The validation of bodies reads this header from the server itself,
     * and would fail.
     */
    @ServerRequestFilter(priority = FilterPriorities.BODY_HEADERS)
    void forgetNoLanguages(HttpServerRequest request) {
        List<String> languages = request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
        if (!languages.stream().allMatch(ReadableHeaders::readable)) {
            request.headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean readable(String languages) {
        try {
            return !Locale.LanguageRange.parse(languages).isEmpty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
