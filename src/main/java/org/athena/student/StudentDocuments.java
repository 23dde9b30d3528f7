package org.athena.student;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import org.athena.platform.names.Document;
import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;

/** Says who has a document already. The constraint of the database holds between requests at the same time. */
@RequestScoped
class StudentDocuments {

    private static final String OTHER = """
            select s.id, s.active from Student s where s.documentKind = :kind and s.documentNumber = :number""";

    private final EntityManager entities;
    private final AuthContext caller;
    private final FormerDocuments former;

    StudentDocuments(EntityManager entities, AuthContext caller, FormerDocuments former) {
        this.entities = entities;
        this.caller = caller;
        this.former = former;
    }

    /**
     * @throws ProblemException 409 when another student has the document; it says whether that student is deactivated, and
     *     who it is to callers who may read all students
     */
    void refuseTaken(Document document, UUID self) {
        entities.createQuery(OTHER, Object[].class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("kind", document.type().kind())
                .setParameter("number", document.number())
                .getResultStream()
                .filter(other -> !other[0].equals(self))
                .findFirst()
                .ifPresent(other -> {
                    throw taken((UUID) other[0], (Boolean) other[1]);
                });
    }

    /** @throws ProblemException 409 when another student had the document before, with the same members */
    void refuseFormer(Document document) {
        former.former(List.of(document)).values().forEach(other -> {
            throw named(StudentConflicts.DOCUMENT_FORMER, other.studentId(), other.active());
        });
    }

    private ProblemException taken(UUID other, boolean active) {
        return named(
                active ? StudentConflicts.DOCUMENT_TAKEN : StudentConflicts.DOCUMENT_OF_DEACTIVATED, other, active);
    }

    private ProblemException named(Conflict conflict, UUID other, boolean active) {
        ProblemException taken = conflict.problem().with("student_is_active", active);
        return caller.may(Permission.READ_STUDENTS) ? taken.with("student_id", other) : taken;
    }
}
