package org.athena.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.SchoolRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school year. */
@Entity
@Table(name = "school_years")
public class SchoolYear extends SchoolRow {

    /** Where a year stands. */
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

    /**
     * @throws ProblemException 404 when the school has none with that id
     */
    static SchoolYear require(UUID id) {
        return SchoolYear.<SchoolYear>find("id", id)
                .firstResultOptional()
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "There is no school year with this id."));
    }

    void apply(YearData data) {
        name = data.name().strip();
        startsOn = data.startsOn();
        endsOn = data.endsOn();
        status = data.status() == null ? Status.planning : data.status();
    }
}
