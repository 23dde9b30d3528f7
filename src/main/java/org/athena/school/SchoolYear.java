package org.athena.school;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.athena.platform.row.SchoolRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school year. */
@Entity
@Table(name = "school_years")
public class SchoolYear extends SchoolRow {

    /** The state of a year. */
    @Schema(name = "YearStatus")
    enum Status {
        planning,
        active,
        closed,
        archived
    }

    public String name;
    public LocalDate startsOn;
    public LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    public Status status;

    SchoolYear apply(YearData data) {
        name = data.name().strip();
        startsOn = data.startsOn();
        endsOn = data.endsOn();
        status = data.status() == null ? Status.planning : data.status();
        return this;
    }
}
