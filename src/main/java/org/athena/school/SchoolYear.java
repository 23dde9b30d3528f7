package org.athena.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A school year. */
@Entity
@Table(name = "school_years")
public class SchoolYear extends PanacheEntityBase {

    /** Where a year stands. */
    @Schema(name = "YearStatus")
    enum Status {
        planning,
        active,
        closed,
        archived
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    public String schoolId;

    public String name;
    public LocalDate startsOn;
    public LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Version
    public int version;

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
