package org.athena.school;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school year. */
@Schema(name = "Year")
record YearView(UUID id, String name, LocalDate startsOn, LocalDate endsOn, SchoolYear.Status status, int version) {

    static YearView of(SchoolYear year) {
        return new YearView(year.id, year.name, year.startsOn, year.endsOn, year.status, year.version);
    }
}
