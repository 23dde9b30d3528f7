package org.athena.student;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;

/** The conflicts of students and guardians. */
@Singleton
class StudentConflicts implements ConflictSource {

    static final Conflict STUDENT_USER_UNKNOWN = new Conflict(
            "fk_students_user_id",
            "student.user_unknown",
            "user_id",
            "The user is not an active member of the school.");

    static final Conflict GUARDIAN_USER_UNKNOWN = new Conflict(
            "fk_guardians_user_id",
            "guardian.user_unknown",
            "user_id",
            "The user is not an active member of the school.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(
                new Conflict(
                        "uq_students_school_id_document",
                        "student.document_taken",
                        "document_number",
                        "The school already has a student with this document."),
                new Conflict(
                        "uq_students_school_id_user_id",
                        "student.user_taken",
                        "user_id",
                        "The account already belongs to another student."),
                STUDENT_USER_UNKNOWN,
                new Conflict(
                        "uq_guardians_school_id_user_id",
                        "guardian.user_taken",
                        "user_id",
                        "The account already belongs to another guardian."),
                GUARDIAN_USER_UNKNOWN,
                new Conflict(
                        "uq_guardians_school_id_document",
                        "guardian.document_taken",
                        "document_number",
                        "The school already has a guardian with this document."));
    }
}
