package org.athena.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exception that refuses a request; the mapper turns it into a {@link Problem}. It must be thrown and not returned, so that
 * the transaction rolls back.
 */
public class ProblemException extends RuntimeException {

    private static final String REASON = "reason";

    private final transient ProblemCode code;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    /**
     * @param code the kind of problem
     * @param detail what went wrong, written for the person who reads the answer
     * @param violations the faults in the request, when there are some to name
     */
    public ProblemException(ProblemCode code, String detail, List<Violation> violations) {
        super(detail);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /** Refuses several fields of the request. */
    public static ProblemException invalid(String detail, List<Violation> violations) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, detail, violations);
    }

    /** Refuses one field of the request. */
    public static ProblemException invalid(Violation fault) {
        return invalid(fault.field() + ": " + fault.message(), List.of(fault));
    }

    /** Refuses one field of the request, for a code without parameters. */
    public static ProblemException invalid(String field, String in, ViolationCode code, String message) {
        return invalid(new Violation(field, in, message, code));
    }

    /** Adds a response header, for example {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds an extension member (RFC 9457, section 3.2). The reason of a conflict comes from a {@link Conflict} alone. */
    public ProblemException with(String member, Object value) {
        if (member.equals(REASON)) {
            throw new IllegalArgumentException("a reason is declared by a conflict");
        }
        extensions.put(member, value);
        return this;
    }

    ProblemException because(String reason) {
        extensions.put(REASON, reason);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
