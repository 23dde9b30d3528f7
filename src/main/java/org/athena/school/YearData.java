package org.athena.school;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.DateRange;
import org.athena.platform.json.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school year in a request; a new one is in planning unless it says otherwise. */
@DateRange.InOrder
@Schema(name = "YearData")
record YearData(
        @NotNull @OneLine @Size(max = 30) @Schema(examples = "2027")
        String name,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        SchoolYear.Status status)
        implements DateRange {

    static YearData of(SchoolYear year) {
        return new YearData(year.name, year.startsOn, year.endsOn, year.status);
    }
}
