package org.athena.school;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;

/** The conflicts of schools, years and periods. */
@Singleton
class SchoolConflicts implements ConflictSource {

    static final Conflict PERIOD_OUTSIDE_YEAR = new Conflict(
            "ck_academic_periods_inside_year",
            "period.outside_year",
            "starts_on",
            "The period is not inside its year.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(
                new Conflict("uq_schools_nit", "school.nit_taken", "nit", "Another school has this NIT."),
                new Conflict(
                        "uq_school_years_school_id_name",
                        "year.name_taken",
                        "name",
                        "The school already has a year with this name."),
                new Conflict(
                        "uq_academic_periods_school_id_school_year_id_name",
                        "period.name_taken",
                        "name",
                        "The year already has a period with this name."),
                PERIOD_OUTSIDE_YEAR,
                new Conflict(
                        "ex_academic_periods_overlap",
                        "period.overlaps",
                        "starts_on",
                        "The period overlaps another period."));
    }
}
