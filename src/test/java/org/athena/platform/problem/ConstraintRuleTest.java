package org.athena.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstraintRuleTest {

    @Test
    void aCheckedColumnIsAFieldOfTheCaller() {
        ProblemException problem = ConstraintRule.problem("ck_student_guardians_restriction_to", "student_guardians");
        assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(problem.violations())
                .containsExactly(new Violation("restriction_to", "body", "has a value that cannot be kept"));
    }

    @Test
    void aCheckWhoseTableIsNotToldNamesNoField() {
        ProblemException problem = ConstraintRule.problem("ck_students_birth_date", null);
        assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(problem.violations()).isEmpty();
    }

    @Test
    void aCheckAgainstOtherRowsIsAConflict() {
        ProblemException problem = ConstraintRule.problem("ck_academic_periods_inside_year", null);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.extensions()).containsEntry("reason", "period.outside_year");
    }

    @Test
    void anythingElseIsAConflict() {
        assertThat(ConstraintRule.problem("uq_unheard_of", "students").code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(ConstraintRule.problem(null, null).code()).isEqualTo(ProblemCode.CONFLICT);
    }
}
