package org.athena.student;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import org.athena.platform.database.BulkWrite;
import org.athena.platform.names.Document;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.SchoolRow;
import org.athena.platform.tenancy.AuthContext;

/** The people who are guardians: finds and adds those of a request, and changes one for all their children. */
@RequestScoped
class GuardianPeople {

    /** The insert waits for another request that is adding the same person, and then skips the row. */
    private static final BulkWrite<NewGuardian> ADD = BulkWrite.<NewGuardian>of("""
                    insert into athena.guardians (school_id, user_id, document_type, document_number, full_name, phone, email)
                    select :school, account, type, number, name, phone, email from {rows} order by place
                    on conflict on constraint uq_guardians_school_id_document do nothing
                    returning id""")
            .uuid("account", NewGuardian::userId)
            .text("type", NewGuardian::documentType)
            .text("number", guardian -> guardian.document().number())
            .text("name", NewGuardian::fullName)
            .text("phone", NewGuardian::phone)
            .text("email", NewGuardian::email);

    private static final String WITH_CHILDREN =
            "select g from Guardian g left join fetch g.links l left join fetch l.student where g.id = :id";

    private static final String FAMILY = """
            select s.id from athena.students s
             where s.school_id = :school and s.id in (
                     select l.student_id from athena.student_guardians l
                      where l.school_id = :school and l.guardian_id = :guardian and l.ended_at is null)
             order by s.id for no key update""";

    private final EntityManager entities;
    private final AuthContext caller;
    private final AccountLink accounts;
    private final SecondPerson secondPerson;

    GuardianPeople(EntityManager entities, AuthContext caller, AccountLink accounts, SecondPerson secondPerson) {
        this.entities = entities;
        this.caller = caller;
        this.accounts = accounts;
        this.secondPerson = secondPerson;
    }

    /**
     * @param byKey the people by the key of their document
     * @param added the ids of those whom this request added; the others are as they were
     */
    record Found(Map<String, Guardian> byKey, Set<UUID> added) {

        Guardian of(NewGuardian wanted) {
            return byKey.get(wanted.document().key());
        }

        /** The ids of those whom the school had before. */
        Stream<UUID> known() {
            return byKey.values().stream().map(Guardian::id).filter(id -> !added.contains(id));
        }

        /** The differences between the person and the request; none for a person whom it added. */
        List<Difference> differences(NewGuardian wanted) {
            Guardian person = of(wanted);
            return added.contains(person.id) ? List.of() : Difference.between(GuardianData.of(person), wanted.person());
        }
    }

    /**
     * The people of a request; those whom the school does not have yet are added.
     *
     * @param wanted each person once
     * @param place the place of each in the request
     * @throws ProblemException 409 when one of those looks like a guardian under a restriction
     */
    Found of(List<NewGuardian> wanted, Function<NewGuardian, String> place) {
        Map<String, Guardian> known = known(wanted);
        List<NewGuardian> missing = wanted.stream()
                .filter(one -> !known.containsKey(one.document().key()))
                // In the order of the documents, so that requests that add the same people wait without a deadlock.
                .sorted(Comparator.comparing(one -> one.document().key()))
                .toList();
        if (missing.isEmpty()) {
            return new Found(known, Set.of());
        }
        Map<String, Set<UUID>> alike = secondPerson.confirmed(missing, place);
        Set<UUID> added = add(missing, place);
        Map<String, Guardian> all = known(wanted);
        alike.forEach((key, others) -> {
            if (added.contains(all.get(key).id)) {
                secondPerson.note(all.get(key).id, others);
            }
        });
        return new Found(all, added);
    }

    /** The ids of those whom no other request has added meanwhile. */
    private Set<UUID> add(List<NewGuardian> missing, Function<NewGuardian, String> place) {
        missing.forEach(one -> accounts.check(
                StudentConflicts.GUARDIAN_USER_UNKNOWN, place.apply(one) + "user_id", null, one.userId()));
        return new HashSet<>(ADD.execute(entities, missing, Map.of("school", caller.schoolId()), UUID.class));
    }

    private Map<String, Guardian> known(List<NewGuardian> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Set<String> keys = wanted.stream().map(one -> one.document().key()).collect(Collectors.toSet());
        String[] numbers = wanted.stream().map(one -> one.document().number()).toArray(String[]::new);
        return Guardian.<Guardian>list("is_any_of(documentNumber, ?1)", (Object) numbers).stream()
                .filter(guardian -> keys.contains(guardian.document().key()))
                .collect(Collectors.toMap(
                        guardian -> guardian.document().key(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** @throws ProblemException 404 when the school does not have the person */
    Guardian find(UUID id) {
        return entities.createQuery(WITH_CHILDREN, Guardian.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> SchoolRow.unknown(Guardian.class));
    }

    /** Raises the versions of people whose answer has changed because of a link or a student. */
    static void touch(Stream<UUID> guardians) {
        guardians
                .sorted()
                .forEach(id -> Guardian.update(
                        "update versioned Guardian g set g.updatedAt = ?1 where g.id = ?2", Instant.now(), id));
    }

    /** @throws ProblemException 400 when the document is that of the student */
    static void refuseOwn(Document guardian, Document student, String place) {
        if (guardian.key().equals(student.key())) {
            throw ProblemException.invalid(
                    place + "document_number",
                    "body",
                    FaultCode.OWN_GUARDIAN,
                    "is the student's own document; nobody is their own guardian");
        }
    }

    /** Changes the person. The versions of their links and children rise, because their answers change as well. */
    void change(Guardian guardian, GuardianData data) {
        accounts.checkReplacement(StudentConflicts.GUARDIAN_USER_UNKNOWN, "user_id", guardian.userId, data.userId());
        guardian.links.forEach(link -> refuseOwn(data.document(), link.student.document(), ""));
        secondPerson.check(guardian, data);
        GuardianData before = GuardianData.of(guardian);
        guardian.apply(data);
        if (!before.equals(GuardianData.of(guardian))) {
            touchChildren(guardian.id);
        }
    }

    private void touchChildren(UUID guardian) {
        lockChildren(guardian);
        Student.update(
                "update versioned Student s set s.updatedAt = ?1 where s.id in (select l.student.id"
                        + " from StudentGuardian l where l.guardian.id = ?2 and l.endedAt is null)",
                Instant.now(),
                guardian);
        StudentGuardian.update(
                "update versioned StudentGuardian l set l.updatedAt = ?1 where l.guardian.id = ?2 and l.endedAt is null",
                Instant.now(),
                guardian);
    }

    /** Locks the children in one order before any write, so that changes at the same time wait without a deadlock. */
    private void lockChildren(UUID guardian) {
        entities.createNativeQuery(FAMILY, UUID.class)
                // The query must not flush waiting changes, because a flush would lock rows in another order.
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("school", caller.schoolId())
                .setParameter("guardian", guardian)
                .getResultList();
    }
}
