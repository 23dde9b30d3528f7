package org.athena.student;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;
import org.athena.platform.problem.FaultCode;

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

    static final Conflict ALREADY_LINKED = new Conflict(
            "uq_student_guardians_student_id_guardian_id",
            "guardian.already_linked",
            "document_number",
            "This person is a guardian of the student already. Change the link instead of adding it again.");

    static final Conflict DOCUMENT_TAKEN = new Conflict(
            "uq_students_school_id_document",
            "student.document_taken",
            "document_number",
            "The school already has a student with this document.");

    static final Conflict LINK_REPLACED = Conflict.found(
            "guardian.link_replaced",
            "The person was linked to the student again after this link. Restore the last link.");

    static final Conflict DOCUMENT_OF_DEACTIVATED = DOCUMENT_TAKEN.saying(
            "The school already has a student with this document, who is deactivated. Activate them instead of adding them again.");

    static final Conflict DOCUMENT_FORMER = Conflict.found(
            FaultCode.FORMER_NUMBER,
            "student.document_former",
            "document_number",
            "A student of the school had this document before. Use that student instead of adding them again; with"
                    + " accept_former_document another child is added.");

    static final Conflict RESEMBLES_RESTRICTED = Conflict.found(
            FaultCode.RESEMBLES_RESTRICTED,
            "guardian.resembles_restricted",
            "document_number",
            "This person looks like a guardian of the school who is under a restriction. Use that guardian's document if it is"
                    + " the same person; with another_person somebody else is meant.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(
                DOCUMENT_TAKEN,
                DOCUMENT_FORMER,
                LINK_REPLACED,
                RESEMBLES_RESTRICTED,
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
                ALREADY_LINKED,
                new Conflict(
                        "uq_student_guardians_student_id_is_primary",
                        "guardian.primary_taken",
                        "is_primary",
                        "The student has another primary guardian."),
                new Conflict(
                        "uq_guardians_school_id_document",
                        "guardian.document_taken",
                        "document_number",
                        "The school already has a guardian with this document."));
    }
}
