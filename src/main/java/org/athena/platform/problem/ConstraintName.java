package org.athena.platform.problem;

/**
 * Interprets the name of a constraint: {@code uq_}, {@code fk_}, {@code ck_} or {@code ex_}, then the table and the columns
 * (docs/adding-a-feature.md).
 *
 * @param name the name of the constraint in the database
 * @param table the table whose constraint it is
 */
public record ConstraintName(String name, String table) {

    private static final String SCHOOL = "school_id_";

    boolean foreignKey() {
        return name.startsWith("fk_");
    }

    /** The column of the constraint, without the school; empty when the name does not tell it. */
    public String field() {
        String before = name.substring(0, Math.min(3, name.length())) + table + "_";
        if (!name.startsWith(before)) {
            return "";
        }
        String columns = name.substring(before.length());
        return columns.startsWith(SCHOOL) ? columns.substring(SCHOOL.length()) : columns;
    }

    ProblemException problem(boolean deletes) {
        return switch (name.substring(0, Math.min(3, name.length()))) {
            case "ck_" -> invalid();
            case "fk_" -> deletes ? inUse() : RowConflicts.UNKNOWN.at(field());
            case "uq_" -> RowConflicts.TAKEN.at(field());
            case "ex_" -> RowConflicts.OVERLAPS.at(field());
            default -> RowConflicts.OTHER.problem();
        };
    }

    private ProblemException inUse() {
        return RowConflicts.IN_USE
                .saying("Other rows still use this one: " + table.replace('_', ' ') + ".")
                .problem();
    }

    /** The problem for a check of a single row; an earlier check of the service should have refused the value. */
    private ProblemException invalid() {
        return field().isEmpty()
                ? new ProblemException(ProblemCode.REQUEST_INVALID, "A field has a value that cannot be stored.")
                : ProblemException.invalid(
                        field(), "body", FaultCode.NOT_STORABLE, "has a value that cannot be stored");
    }
}
