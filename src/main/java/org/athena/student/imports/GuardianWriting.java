package org.athena.student.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.database.BulkWrite;
import org.athena.platform.names.DocumentType;
import org.athena.platform.tenancy.AuthContext;
import org.athena.student.NewGuardian;
import org.athena.student.Restriction;
import org.athena.student.StandingRestrictions;

/** Finds the guardians of a file whom the school already has, and writes the others and the links to the new students. */
@RequestScoped
class GuardianWriting {

    private static final String KNOWN = """
            select id, documentType, documentNumber, fullName, phone, email from Guardian
             where is_any_of(documentNumber, ?1)""";

    /** The insert skips a person whom another request is adding; they are read again then. */
    private static final BulkWrite<GuardianOfFile> WRITE = BulkWrite.<GuardianOfFile>of("""
                    insert into athena.guardians (school_id, document_type, document_number, full_name, phone, email)
                    select :school, type, number, name, phone, email from {rows} order by place
                    on conflict on constraint uq_guardians_school_id_document do nothing
                    returning id || ' ' || document_kind || ':' || document_number""")
            .text("type", GuardianOfFile::type)
            .text("number", GuardianOfFile::number)
            .text("name", GuardianOfFile::fullName)
            .text("phone", GuardianOfFile::phone)
            .text("email", GuardianOfFile::email);

    private static final BulkWrite<Link> LINK = BulkWrite.<Link>of("""
                    insert into athena.student_guardians
                      (school_id, student_id, guardian_id, relationship, is_primary, priority, is_legal_representative, has_custody,
                       portal_access, can_pickup, is_emergency_contact, restriction, restriction_from, restriction_to)
                    select :school, cast(student as uuid), cast(guardian as uuid), relationship, priority = 1, priority,
                           cast(legal as boolean), cast(custody as boolean), cast(portal as boolean), cast(pickup as boolean),
                           cast(emergency as boolean), restriction, restricted_from, restricted_to
                      from {rows} order by place""")
            .text("student", Link::student)
            .text("guardian", Link::guardian)
            .text("relationship", link -> link.data().relationship())
            .whole("priority", link -> link.data().priority())
            .text("legal", link -> link.data().isLegalRepresentative())
            .text("custody", link -> link.data().hasCustody())
            .text("portal", link -> link.data().portalAccess())
            .text("pickup", link -> link.data().canPickup())
            .text("emergency", link -> link.data().isEmergencyContact())
            .text(
                    "restriction",
                    link -> link.restriction() == null
                            ? null
                            : link.restriction().text())
            .date(
                    "restricted_from",
                    link -> link.restriction() == null
                            ? null
                            : link.restriction().from())
            .date(
                    "restricted_to",
                    link -> link.restriction() == null
                            ? null
                            : link.restriction().to());

    /** The answer of a known guardian names the new students too. */
    private static final String TOUCH = """
            update athena.guardians g set version = g.version + 1
              from (select k.id from athena.guardians k
                     where k.school_id = :school and k.id = any(cast(:guardians as uuid[]))
                     order by k.id for no key update) known
             where g.school_id = :school and g.id = known.id""";

    /**
     * A link of a guardian to a new student.
     *
     * @param restriction the restriction that the guardian has with other students, or null
     */
    record Link(UUID student, UUID guardian, NewGuardian data, Restriction restriction) {}

    private final EntityManager entities;
    private final AuthContext caller;

    GuardianWriting(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The guardians whom the school already has, by the keys of their documents. */
    Map<String, GuardianOfFile> known(Map<String, GuardianOfFile> guardians) {
        if (guardians.isEmpty()) {
            return Map.of();
        }
        String[] numbers = guardians.values().stream()
                .map(GuardianOfFile::number)
                .distinct()
                .toArray(String[]::new);
        return entities.createQuery(KNOWN, Object[].class)
                .setParameter(1, numbers)
                .getResultStream()
                .map(GuardianWriting::known)
                .filter(guardian -> guardians.containsKey(guardian.key()))
                .collect(Collectors.toMap(GuardianOfFile::key, guardian -> guardian));
    }

    private static GuardianOfFile known(Object[] row) {
        return new GuardianOfFile(
                0, 0, (UUID) row[0], (DocumentType) row[1], (String) row[2], (String) row[3], (String) row[4], (String)
                        row[5]);
    }

    /**
     * Writes the new guardians, in the order of their documents.
     *
     * @return the new ids by the keys of the documents; without those whom another request added
     */
    Map<String, UUID> write(Collection<GuardianOfFile> guardians) {
        List<GuardianOfFile> sorted = guardians.stream()
                .sorted(Comparator.comparing(GuardianOfFile::key))
                .toList();
        return StudentWriting.ids(WRITE.execute(entities, sorted, Map.of("school", caller.schoolId()), String.class));
    }

    /**
     * Links the guardians of the rows to the new students.
     *
     * @param students the ids of the new students by the keys of their documents
     * @param guardians the ids of all guardians of the file
     * @param known the ids of those whom the school had before, who may have restrictions
     */
    void link(List<ImportedStudent> rows, Map<String, UUID> students, Map<String, UUID> guardians, Set<UUID> known) {
        Map<UUID, Restriction> restrictions = known.isEmpty() ? new HashMap<>() : StandingRestrictions.of(known);
        List<Link> links = rows.stream()
                .flatMap(row -> row.guardians().stream()
                        .map(guardian -> link(
                                students.get(row.key()), guardians.get(guardian.key()), guardian.data(), restrictions)))
                .sorted(Comparator.comparing(Link::student).thenComparing(Link::guardian))
                .toList();
        LINK.execute(entities, links, Map.of("school", caller.schoolId()));
        if (!known.isEmpty()) {
            touch(known);
        }
    }

    private void touch(Set<UUID> guardians) {
        entities.createNativeQuery(TOUCH)
                .setParameter("school", caller.schoolId())
                .setParameter("guardians", guardians.toArray(UUID[]::new))
                .executeUpdate();
    }

    private static Link link(UUID student, UUID guardian, NewGuardian data, Map<UUID, Restriction> restrictions) {
        return new Link(student, guardian, data, restrictions.get(guardian));
    }
}
