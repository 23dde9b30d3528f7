package org.athena.platform.problem;

import java.util.List;

/**
 * Explains to the caller why the database refused a row.
 *
 * @param constraint the name of the constraint in the database
 * @param reason the public code of the conflict, {@code feature.reason}, in the problem's {@code reason}
 * @param field the field of the request that the constraint is about
 * @param sentence what is wrong, written for a person
 */
public record Conflict(String constraint, String reason, String field, String sentence) {

    /** The conflict as a problem, also for code that finds it before the database does. */
    public ProblemException problem() {
        return at(field);
    }

    /** The conflict for a nested field of the request. */
    public ProblemException at(String where) {
        return new ProblemException(ProblemCode.CONFLICT, sentence, List.of(new Violation(where, "body", sentence)))
                .with("reason", reason);
    }
}
