package org.athena.student;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.FlushModeType;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Applies the guardians of a request to a new or existing student: known guardians are updated, new ones created, and links to
 * missing ones ended. Fields that the request does not name stay as they are.
 */
@RequestScoped
class GuardianLinks {

    private static final String FAMILY = """
            select s.id from athena.students s
             where s.school_id = :school and (s.id = :student or s.id in (
                     select l.student_id from athena.student_guardians l
                      where l.school_id = :school and l.guardian_id = any(:guardians) and l.ended_at is null))
             order by s.id for no key update""";

    private final AuthContext caller;
    private final AccountLink accounts;

    GuardianLinks(AuthContext caller, AccountLink accounts) {
        this.caller = caller;
        this.accounts = accounts;
    }

    /**
     * @param sent the list as it was sent, to distinguish a field that is null, and cleared, from one that was left out
     * @throws ProblemException 403 when the caller may not set an account, 409 when the account is not an active member's
     */
    void apply(Student student, List<GuardianData> wanted, JsonNode sent) {
        Map<String, Guardian> known = known(wanted);
        boolean there = student.isPersistent();
        student.persist();
        Map<String, StudentGuardian> links = student.linksByDocument();
        List<GuardianData> before = state(student);
        Map<UUID, EarlierLinks> earlier = earlier(known, links);
        Set<Guardian> changed = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            GuardianData data = wanted.get(i);
            String key = data.document().key();
            Guardian guardian = known.getOrDefault(key, new Guardian());
            UUID account = kept(guardian.userId, data.userId(), sent.path(i).get("user_id"));
            accounts.checkReplacement(
                    StudentConflicts.GUARDIAN_USER_UNKNOWN, "guardians[" + i + "].user_id", guardian.userId, account);
            if (fill(guardian, data, account, sent.path(i)) && guardian.id != null) {
                changed.add(guardian);
            }
            guardian.persist();
            StudentGuardian link = links.containsKey(key) ? links.remove(key) : begin(student, guardian, earlier);
            link.apply(data, cleared(sent.path(i).get("restriction")));
            link.persist();
        }
        links.values().forEach(link -> link.end(caller.userId()));
        student.guardians.removeIf(link -> link.endedAt != null);
        if (there && !state(student).equals(before)) {
            // A change of a link counts as a change of the student, because the student's version is the ETag of both.
            student.updatedAt = Instant.now();
        }
        if (!changed.isEmpty()) {
            touchSiblings(changed, student, caller.schoolId());
        }
    }

    private static List<GuardianData> state(Student student) {
        return student.guardians.stream().map(GuardianData::of).toList();
    }

    /** The earlier links of guardians who are known but not linked now. */
    private static Map<UUID, EarlierLinks> earlier(Map<String, Guardian> known, Map<String, StudentGuardian> links) {
        return EarlierLinks.of(known.entrySet().stream()
                .filter(guardian -> !links.containsKey(guardian.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static StudentGuardian begin(Student student, Guardian guardian, Map<UUID, EarlierLinks> earlier) {
        StudentGuardian link = new StudentGuardian();
        link.student = student;
        link.guardian = guardian;
        if (earlier.containsKey(guardian.id)) {
            link.restrict(earlier.get(guardian.id).restriction(student));
            link.active = earlier.get(guardian.id).active(student);
        }
        student.guardians.add(link);
        return link;
    }

    private static Map<String, Guardian> known(List<GuardianData> wanted) {
        Map<String, Guardian> known = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            String[] numbers =
                    wanted.stream().map(data -> data.document().number()).toArray(String[]::new);
            Guardian.<Guardian>find("is_any_of(documentNumber, ?1)", (Object) numbers).stream()
                    .forEach(guardian -> known.put(guardian.document().key(), guardian));
        }
        return known;
    }

    /** Whether anything about the person changed. */
    private static boolean fill(Guardian guardian, GuardianData data, UUID account, JsonNode sent) {
        List<Object> before = state(guardian);
        guardian.documentType = data.documentType();
        guardian.documentNumber = data.document().number();
        guardian.fullName = data.fullName();
        guardian.phone = kept(guardian.phone, data.phone(), sent.get("phone"));
        guardian.email = kept(guardian.email, data.email(), sent.get("email"));
        guardian.userId = account;
        return !before.equals(state(guardian));
    }

    private static <T> T kept(T current, T wanted, JsonNode sent) {
        return wanted == null && !cleared(sent) ? current : wanted;
    }

    private static boolean cleared(JsonNode sent) {
        return sent != null && sent.isNull();
    }

    private static List<Object> state(Guardian guardian) {
        return Arrays.asList(
                guardian.documentType,
                guardian.documentNumber,
                guardian.fullName,
                guardian.phone,
                guardian.email,
                guardian.userId);
    }

    /** Raises the version of siblings, who show the guardian too, because their answers change as well. */
    private static void touchSiblings(Set<Guardian> guardians, Student student, UUID school) {
        lock(guardians, student, school);
        Student.update(
                "update versioned Student s set s.updatedAt = ?1 where s.id <> ?2 and s.id in (select l.student.id"
                        + " from StudentGuardian l where is_any_of(l.guardian.id, ?3) and l.endedAt is null)",
                Instant.now(),
                student.id,
                ids(guardians));
    }

    private static UUID[] ids(Set<Guardian> guardians) {
        return guardians.stream().map(Guardian::id).toArray(UUID[]::new);
    }

    /**
     * Locks the student and the siblings in one order before any write, so that simultaneous changes wait for each other without
     * a deadlock.
     */
    private static void lock(Set<Guardian> guardians, Student student, UUID school) {
        Student.getEntityManager()
                .createNativeQuery(FAMILY, UUID.class)
                // The query must not flush waiting changes, because a flush would lock rows in another order.
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("school", school)
                .setParameter("student", student.id)
                .setParameter("guardians", ids(guardians))
                .getResultList();
    }
}
