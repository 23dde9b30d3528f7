package org.athena.platform.problem;

import java.net.URI;

/**
 * Every kind of problem the service answers. The codes are a public contract: clients branch on them, so one is never
 * renamed or given another meaning.
 */
public enum ProblemCode {
    // the request itself
    REQUEST_MALFORMED("request.malformed", 400, "The request cannot be read"),
    REQUEST_INVALID("request.invalid", 400, "The request is not valid"),
    REQUEST_TIMEOUT("request.timeout", 408, "The request took too long to arrive"),
    REQUEST_TOO_LARGE("request.too_large", 413, "The request is too large"),
    REQUEST_ADDRESS_TOO_LONG("request.address_too_long", 414, "The request's address is too long"),
    REQUEST_HEADERS_TOO_LARGE("request.headers_too_large", 431, "The request headers are too large"),
    REQUEST_MEDIA_TYPE("request.media_type", 415, "This media type is not accepted"),
    REQUEST_NOT_ACCEPTABLE("request.not_acceptable", 406, "The accepted media types do not include JSON"),
    REQUEST_METHOD("request.method", 405, "This method is not allowed here"),
    REQUEST_ORIGIN("request.origin", 403, "This origin may not call the API"),
    ROUTE_NOT_FOUND("request.not_found", 404, "There is nothing here"),
    RATE_LIMITED("request.rate_limited", 429, "Too many requests"),
    IMPORT_BUSY("import.busy", 429, "Other imports are running"),

    // who is asking
    AUTH_REQUIRED("auth.required", 401, "Sign in first"),
    AUTH_INVALID_TOKEN("auth.invalid_token", 401, "The access token is not valid"),
    AUTH_MALFORMED_HEADER("auth.malformed_header", 400, "The Authorization header cannot be read"),
    AUTH_UNAVAILABLE("auth.unavailable", 503, "The access token cannot be checked right now"),
    AUTH_USER_UNKNOWN("auth.user_unknown", 403, "This account is not known here"),
    AUTH_USER_INACTIVE("auth.user_inactive", 403, "This account is not active"),
    AUTH_SECOND_FACTOR_REQUIRED("auth.second_factor_required", 403, "A second factor is required"),
    AUTH_FORBIDDEN("auth.forbidden", 403, "You may not do this"),

    // for which school
    TENANT_INVALID_SCHOOL_ID("tenant.invalid_school_id", 400, "The school id is not valid"),
    TENANT_SCHOOL_REQUIRED("tenant.school_required", 400, "Name the school"),
    TENANT_NOT_A_MEMBER("tenant.not_a_member", 403, "You are not a member of this school"),
    TENANT_NO_MEMBERSHIP("tenant.no_membership", 403, "You are not a member of any school"),

    // rows
    NOT_FOUND("resource.not_found", 404, "There is no such row"),
    CONFLICT("resource.conflict", 409, "The change conflicts with existing data"),
    STALE("resource.stale", 412, "The row has changed since it was read"),
    IDEMPOTENCY_IN_PROGRESS("idempotency.in_progress", 409, "A request with this key is still being carried out"),
    IDEMPOTENCY_KEY_REUSED("idempotency.key_reused", 422, "The idempotency key was used for another request"),

    // ourselves
    INTERNAL("server.error", 500, "Something went wrong on our side"),
    UNAVAILABLE("server.unavailable", 503, "The service cannot answer right now");

    private static final String BASE = "https://athena-erp.org/problems/";

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The public code, {@code feature.reason}. */
    public String code() {
        return code;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** The kind of problem in a few words. */
    public String title() {
        return title;
    }

    /** The problem type (RFC 9457, section 3.1.1). */
    public URI type() {
        return URI.create(BASE + code);
    }
}
