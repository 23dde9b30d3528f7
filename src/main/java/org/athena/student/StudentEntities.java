package org.athena.student;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.athena.platform.audit.AuditedEntities;
import org.athena.platform.audit.AuditedEntity;

/** How students, guardians and their links are called in the audit log. */
@Singleton
class StudentEntities implements AuditedEntities {

    private static final String STUDENT =
            " join athena.students s on s.school_id = r.school_id and s.id = r.student_id";

    private static final String GUARDIAN =
            " join athena.guardians g on g.school_id = r.school_id and g.id = r.guardian_id";

    @Override
    public List<AuditedEntity> audited() {
        return List.of(
                AuditedEntity.linked("students", "r.full_name", Map.of("student_id", "r.id"), "athena.students r"),
                AuditedEntity.linked("guardians", "r.full_name", Map.of("guardian_id", "r.id"), "athena.guardians r"),
                AuditedEntity.linked(
                        "student_guardians",
                        "g.full_name || ' – ' || s.full_name",
                        Map.of("student_id", "r.student_id", "guardian_id", "r.guardian_id"),
                        "athena.student_guardians r" + STUDENT + GUARDIAN),
                AuditedEntity.linked(
                        "enrollments",
                        "s.full_name",
                        Map.of("student_id", "r.student_id"),
                        "athena.enrollments r" + STUDENT),
                AuditedEntity.of("student_imports"));
    }
}
