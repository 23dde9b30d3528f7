package org.athena.platform.request;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;

/** The id of a request in the log, in the audit log and in a problem. */
@RequestScoped
public class RequestId {

    /** The header with the id, in requests from a proxy and in answers. */
    public static final String HEADER = "X-Request-Id";

    /** The id's field in the log. */
    public static final String FIELD = "request_id";

    /** The field in the log for the caller's id. */
    public static final String USER_FIELD = "user_id";

    /** The field in the log for the id of the request's school. */
    public static final String SCHOOL_FIELD = "school_id";

    /** What an id that came with a request looks like when it is safe to log. */
    public static final String FORM = "[A-Za-z0-9._-]{1,64}";

    private static final Pattern SANE = Pattern.compile(FORM);

    private static final Pattern USUAL = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private String value = UUID.randomUUID().toString();

    /** Uses the id that came with the request, if it is safe to log. */
    void adopt(String candidate) {
        value = sane(candidate, value);
    }

    public String value() {
        return value;
    }

    /** Whether it is of the form that the service itself gives, a UUID. */
    public static boolean usual(String id) {
        return USUAL.matcher(id).matches();
    }

    /** The candidate if it is safe to log, otherwise the other id. */
    public static String sane(String candidate, String other) {
        return candidate != null && SANE.matcher(candidate).matches() ? candidate : other;
    }
}
