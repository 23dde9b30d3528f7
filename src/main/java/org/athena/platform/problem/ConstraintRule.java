package org.athena.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What it means to a caller when the database refuses a row, by the constraint's name. */
public enum ConstraintRule {
    STUDENT_DOCUMENT(
            "uq_students_school_id_document",
            "student.document_taken",
            "document_number",
            "A student with this document is already there."),
    STUDENT_USER("uq_students_school_id_user_id", "student.user_taken", "user_id", "The user is another student."),
    STUDENT_USER_MEMBER(
            "fk_students_user_id", "student.user_unknown", "user_id", "The user is no active member of the school."),
    GUARDIAN_USER("uq_guardians_school_id_user_id", "guardian.user_taken", "user_id", "The user is another guardian."),
    GUARDIAN_USER_MEMBER(
            "fk_guardians_user_id", "guardian.user_unknown", "user_id", "The user is no active member of the school."),
    SCHOOL_NIT("uq_schools_nit", "school.nit_taken", "nit", "A school with this NIT is already there."),
    MEMBERSHIP(
            "uq_school_memberships_school_id_user_id",
            "membership.already_there",
            "user_id",
            "The person is already a member of the school."),
    YEAR_NAME(
            "uq_school_years_school_id_name", "year.name_taken", "name", "The school has a year of this name already."),
    YEAR_IN_USE("fk_academic_periods_school_year_id", "year.in_use", "id", "Something still belongs to this year."),
    PERIOD_NAME(
            "uq_academic_periods_school_id_school_year_id_name",
            "period.name_taken",
            "name",
            "The year has a period of this name already."),
    PERIOD_INSIDE_YEAR(
            "ck_academic_periods_inside_year",
            "period.outside_year",
            "starts_on",
            "The period is not inside its year."),
    PERIOD_OVERLAP("ex_academic_periods_overlap", "period.overlaps", "starts_on", "The period overlaps another."),
    USER_EMAIL("uq_users_email", "user.email_taken", "email", "Somebody else has this e-mail."),
    LAST_SUPERADMIN("ck_users_last_superadmin", "user.last_superadmin", "is_superadmin", "The last superadmin stays.");

    private final String constraint;
    private final String code;
    private final String field;
    private final String detail;

    ConstraintRule(String constraint, String code, String field, String detail) {
        this.constraint = constraint;
        this.code = code;
        this.field = field;
        this.detail = detail;
    }

    /** The field that a constraint is about; empty for one without a rule. */
    public static Optional<String> field(String constraint) {
        return Arrays.stream(values())
                .filter(rule -> rule.constraint.equals(constraint))
                .map(rule -> rule.field)
                .findFirst();
    }

    /** The public code of the conflict, in the problem's {@code reason}. */
    public String code() {
        return code;
    }

    /**
     * What a constraint's violation means. One without a rule is a conflict all the same, or, when the constraint checks a
     * single row, a value that cannot be kept: then the caller sent what should have been refused before.
     *
     * @param constraint the name as the database knows it, {@code ck_{table}_{column}} for a check, or null
     * @param table the table whose row was refused, or null
     */
    public static ProblemException problem(String constraint, String table) {
        return Arrays.stream(values())
                .filter(rule -> rule.constraint.equals(constraint))
                .findFirst()
                .map(ConstraintRule::problem)
                .orElseGet(() -> unnamed(String.valueOf(constraint), "ck_" + table + "_"));
    }

    private static ProblemException unnamed(String constraint, String check) {
        if (constraint.startsWith(check)) {
            return ProblemException.invalid(
                    constraint.substring(check.length()), "body", "has a value that cannot be kept");
        }
        return constraint.startsWith("ck_")
                ? new ProblemException(ProblemCode.REQUEST_INVALID, "A field has a value that cannot be kept.")
                : new ProblemException(ProblemCode.CONFLICT, "The change conflicts with other rows of the school.");
    }

    /** The conflict, also for whoever finds it before the database does. */
    public ProblemException problem() {
        return at(field);
    }

    /** The conflict of a field further down in the request. */
    public ProblemException at(String where) {
        return new ProblemException(ProblemCode.CONFLICT, detail, List.of(new Violation(where, "body", detail)))
                .with("reason", code);
    }
}
