package org.athena.school;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.Versioned;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A school of the installation. Row level security shows members their own schools, and shows the platform all schools. */
@Entity
@Table(name = "schools")
public class School extends PanacheEntityBase implements Versioned {

    @Id
    public UUID id;

    public String name;
    public String nit;
    public String resolution;

    /** The name of the zone in the IANA time zone database, whose days count in the school; set by the database. */
    @Column(insertable = false, updatable = false)
    public String timeZone;

    @Column(name = "is_active")
    public boolean active = true;

    @Version
    public int version;

    /** @throws ProblemException 404 when the caller may not see a school with that id */
    static School require(UUID id) {
        return School.<School>findByIdOptional(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no school with this id."));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    void apply(SchoolData data) {
        name = data.name().strip();
        nit = data.nit();
        resolution = data.resolution();
        active = data.isActive() == null || data.isActive();
    }
}
