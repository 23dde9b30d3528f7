package org.athena.school;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A period of a school year. */
@Schema(name = "Period")
record PeriodView(
        UUID id,
        UUID schoolYearId,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        @MayBeNull BigDecimal weight,
        int version) {

    static PeriodView of(AcademicPeriod period) {
        return new PeriodView(
                period.id,
                period.schoolYearId,
                period.name,
                period.startsOn,
                period.endsOn,
                period.weight,
                period.version);
    }
}
