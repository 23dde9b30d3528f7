package org.athena.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

    private static final Conflict OUTSIDE =
            new Conflict("ck_academic_periods_inside_year", "period.outside_year", "starts_on", "It is outside.");

    private final Conflicts conflicts = new Conflicts(List.of(() -> List.of(OUTSIDE)));

    @Test
    void aFeatureSaysWhatItsConstraintMeans() {
        ProblemException problem = conflicts.problem("ck_academic_periods_inside_year", null, false);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.extensions()).containsEntry("reason", "period.outside_year");
        assertThat(problem.violations())
                .containsExactly(new Violation("starts_on", "body", "It is outside.", FaultCode.CONFLICTS));
    }

    @Test
    void aReasonComesWithAConflictAlone() {
        ProblemException problem = new ProblemException(ProblemCode.CONFLICT, "It does not fit.");
        assertThatThrownBy(() -> problem.with("reason", "made.up")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConflictThatTheServiceFindsHasNoConstraint() {
        Conflict found = Conflict.found("import.touched", "It was used.");
        assertThat(new Conflicts(List.of(() -> List.of(found, found))).of("")).isEmpty();
        assertThat(found.saying("They were used.").problem()).hasMessage("They were used.");
        assertThat(found.problem().violations()).isEmpty();
    }

    @Test
    void aCheckedColumnIsAFieldOfTheCaller() {
        ProblemException problem = conflicts.problem("ck_student_guardians_restriction_to", "student_guardians", false);
        assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(problem.violations())
                .containsExactly(new Violation(
                        "restriction_to", "body", "has a value that cannot be stored", FaultCode.NOT_STORABLE));
    }

    @Test
    void aCheckWhoseTableIsNotToldNamesNoField() {
        ProblemException problem = conflicts.problem("ck_students_birth_date", null, false);
        assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(problem.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "uq_subjects_school_id_code, resource.taken, code, taken",
        "fk_subjects_area_id, resource.unknown, area_id, unknown",
        "ex_time_blocks_school_id_starts_at, resource.overlaps, starts_at, overlaps",
    })
    void theNameOfAnyOtherConstraintTellsTheField(String constraint, String reason, String field, String code) {
        String table = constraint.contains("subjects") ? "subjects" : "time_blocks";
        ProblemException problem = conflicts.problem(constraint, table, false);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.extensions()).containsEntry("reason", reason);
        assertThat(problem.violations()).extracting(Violation::field).containsExactly(field);
        assertThat(problem.violations()).extracting(Violation::code).containsExactly(code);
    }

    @Test
    void whatIsDeletedAndStillUsedIsToldByWhom() {
        ProblemException problem = conflicts.problem("fk_academic_periods_school_year_id", "academic_periods", true);
        assertThat(problem.extensions()).containsEntry("reason", "resource.in_use");
        assertThat(problem.getMessage()).isEqualTo("Other rows still use this one: academic periods.");
        assertThat(problem.violations()).isEmpty();
    }

    @Test
    void anythingElseIsAConflict() {
        assertThat(conflicts.problem("unheard_of", "students", false).code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(conflicts.problem(null, null, false).code()).isEqualTo(ProblemCode.CONFLICT);
    }
}
