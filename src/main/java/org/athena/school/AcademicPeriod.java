package org.athena.school;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.SchoolRow;

/** A part of a school year that ends with marks. The database keeps it inside its year and apart from other periods. */
@Entity
@Table(name = "academic_periods")
public class AcademicPeriod extends SchoolRow {

    public UUID schoolYearId;
    public String name;
    public LocalDate startsOn;
    public LocalDate endsOn;

    /** The weight in the year's mark in per cent, or null. */
    public BigDecimal weight;

    /** A new period of the year. */
    static AcademicPeriod in(UUID year) {
        AcademicPeriod period = new AcademicPeriod();
        period.schoolYearId = year;
        return period;
    }

    /** @throws ProblemException 404 when the year has none with that id */
    static AcademicPeriod require(UUID year, UUID id) {
        AcademicPeriod period = require(AcademicPeriod.class, id);
        if (!period.schoolYearId.equals(year)) {
            throw unknown(AcademicPeriod.class);
        }
        return period;
    }

    static boolean anyOutside(SchoolYear year) {
        return count("schoolYearId = ?1 and (startsOn < ?2 or endsOn > ?3)", year.id, year.startsOn, year.endsOn) > 0;
    }

    AcademicPeriod apply(PeriodData data) {
        name = data.name().strip();
        startsOn = data.startsOn();
        endsOn = data.endsOn();
        weight = data.weight();
        return this;
    }
}
