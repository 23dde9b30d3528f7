package org.athena.school;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Filled;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school year in a request; a new one is in planning unless it says otherwise. */
@Schema(name = "YearData")
record YearData(
        @NotNull @Filled @Size(max = 30) @Schema(examples = "2027")
        String name,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        SchoolYear.Status status) {

    YearData inOrder() {
        if (endsOn.isBefore(startsOn)) {
            throw ProblemException.invalid("ends_on", "body", "must not be before starts_on");
        }
        return this;
    }

    static YearData of(SchoolYear year) {
        return new YearData(year.name, year.startsOn, year.endsOn, year.status);
    }
}
