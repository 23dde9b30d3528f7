package org.athena.school;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.athena.platform.audit.AuditedEntities;
import org.athena.platform.audit.AuditedEntity;

/** How a school and what it is made of are called in the audit log. */
@Singleton
class SchoolEntities implements AuditedEntities {

    private static final String SCHOOL =
            "select s.id as id, s.name as name, cast(null as text) as refs from athena.schools s"
                    + " where s.id = any(cast(:ids as uuid[])) and (s.id = :school or athena.on_platform())";

    @Override
    public List<AuditedEntity> audited() {
        return List.of(
                new AuditedEntity("schools", Optional.of(SCHOOL)),
                // The key of the settings is the school.
                new AuditedEntity("school_settings", Optional.of(SCHOOL)),
                AuditedEntity.named("school_years", "name"),
                AuditedEntity.named(
                        "academic_periods",
                        "r.name || ' – ' || y.name",
                        "athena.academic_periods r"
                                + " join athena.school_years y on y.school_id = r.school_id and y.id = r.school_year_id"),
                AuditedEntity.named("campuses", "name"),
                AuditedEntity.named("grade_levels", "name"),
                AuditedEntity.named("academic_areas", "name"),
                AuditedEntity.named("subjects", "name"),
                AuditedEntity.named("class_sections", "name"),
                AuditedEntity.of("course_offerings"),
                AuditedEntity.of("teacher_assignments"));
    }
}
