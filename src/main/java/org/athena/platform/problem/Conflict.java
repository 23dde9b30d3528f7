package org.athena.platform.problem;

import java.util.List;

/**
 * Explains to the caller why a change conflicts with what there is. A {@link ConflictSource} declares it.
 *
 * @param constraint the name of the constraint in the database that finds it; empty for one that the service alone finds
 * @param code the code of the violation at the field
 * @param reason the public code of the conflict, {@code feature.reason}, in the problem's {@code reason}
 * @param field the field of the request that the conflict is about; empty when it is about none
 * @param sentence what is wrong, written for a person
 */
public record Conflict(String constraint, ViolationCode code, String reason, String field, String sentence) {

    /** A conflict that the database finds. The kind of the constraint tells the code. */
    public Conflict(String constraint, String reason, String field, String sentence) {
        this(constraint, kind(constraint), reason, field, sentence);
    }

    /** A conflict that the service finds, at a field. */
    public static Conflict found(ViolationCode code, String reason, String field, String sentence) {
        return new Conflict("", code, reason, field, sentence);
    }

    /** A conflict that the service finds, at no field. */
    public static Conflict found(String reason, String sentence) {
        return found(FaultCode.CONFLICTS, reason, "", sentence);
    }

    private static FaultCode kind(String constraint) {
        return switch (constraint.substring(0, Math.min(3, constraint.length()))) {
            case "uq_" -> FaultCode.TAKEN;
            case "fk_" -> FaultCode.UNKNOWN;
            case "ex_" -> FaultCode.OVERLAPS;
            default -> FaultCode.CONFLICTS;
        };
    }

    /** The same conflict in other words. */
    public Conflict saying(String other) {
        return new Conflict(constraint, code, reason, field, other);
    }

    /** The conflict as a problem, also for code that finds it before the database does. */
    public ProblemException problem() {
        return at(field);
    }

    /** The conflict for a nested field of the request; for none when the name is empty. */
    public ProblemException at(String where) {
        return at(where, sentence);
    }

    /** The same with another message at the field. */
    public ProblemException at(String where, String message) {
        List<Violation> violations = where.isEmpty() ? List.of() : List.of(new Violation(where, "body", message, code));
        return new ProblemException(ProblemCode.CONFLICT, sentence, violations).because(reason);
    }
}
