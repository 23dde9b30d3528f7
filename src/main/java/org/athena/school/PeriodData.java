package org.athena.school;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.DateRange;
import org.athena.platform.json.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A period in a request.
 *
 * @param weight the weight in the year's mark in per cent
 */
@DateRange.InOrder
@Schema(name = "PeriodData")
record PeriodData(
        @NotNull @OneLine @Size(max = 60) @Schema(examples = "Primer periodo")
        String name,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,

        @Clearable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal weight)
        implements DateRange {

    static PeriodData of(AcademicPeriod period) {
        return new PeriodData(period.name, period.startsOn, period.endsOn, period.weight);
    }
}
