package org.athena.school;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.tenancy.SchoolSwitch;

/** Creates a school with its settings. The rows are written inside the new school, so that its audit log begins with them. */
@RequestScoped
class SchoolFounding {

    private final EntityManager entities;
    private final SchoolSwitch schools;

    SchoolFounding(EntityManager entities, SchoolSwitch schools) {
        this.entities = entities;
        this.schools = schools;
    }

    School found(SchoolData data) {
        School school = new School();
        school.id = (UUID) entities.createNativeQuery("select athena.uuid_v7()", UUID.class)
                .getSingleResult();
        school.apply(data);
        return schools.in(school.id, () -> write(school));
    }

    private School write(School school) {
        school.persistAndFlush();
        entities.createNativeQuery("insert into athena.school_settings (school_id) values (:school)")
                .setParameter("school", school.id)
                .executeUpdate();
        return school;
    }
}
