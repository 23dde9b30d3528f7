package org.athena.student;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.athena.platform.problem.ProblemException;

/**
 * The last link of one guardian to each student, active or ended. A new link of the same person starts with the values of the
 * last one, so that it neither lifts a restriction nor grants what was switched off.
 *
 * @param last the last link by student
 */
record EarlierLinks(Map<UUID, StudentGuardian> last) {

    /** Orders restrictions: one that applies today first, then the one that lasts longest. */
    private static final Comparator<StudentGuardian> STRICTEST = Comparator.comparing(
                    StudentGuardian::restrictedToday, Comparator.reverseOrder())
            .thenComparing(link -> link.restrictionTo, Comparator.nullsFirst(Comparator.reverseOrder()));

    /** The links of somebody who is new. */
    static final EarlierLinks NONE = new EarlierLinks(Map.of());

    /** The links by the guardian's id; a guardian without a link is not in the map. */
    static Map<UUID, EarlierLinks> of(Collection<Guardian> guardians) {
        if (guardians.isEmpty()) {
            return Map.of();
        }
        List<StudentGuardian> links = StudentGuardian.list(
                "from StudentGuardian l join fetch l.student where is_any_of(l.guardian.id, ?1) order by l.endedAt asc nulls last, l.id",
                (Object) guardians.stream().map(Guardian::id).toArray(UUID[]::new));
        return links.stream()
                .collect(Collectors.groupingBy(
                        link -> link.guardian.id,
                        Collectors.collectingAndThen(Collectors.toList(), EarlierLinks::last)));
    }

    private static EarlierLinks last(List<StudentGuardian> inOrder) {
        Map<UUID, StudentGuardian> last = new LinkedHashMap<>();
        inOrder.forEach(link -> last.put(link.student.id, link));
        return new EarlierLinks(last);
    }

    /** The restriction of the last link to the student; for a first link, the strictest one to another student. */
    Restriction restriction(Student student) {
        StudentGuardian same = last.get(student.id);
        return same == null ? standing().orElse(null) : same.restriction();
    }

    private Optional<Restriction> standing() {
        return last.values().stream()
                .filter(link ->
                        link.restriction() != null && !link.restriction().isOverOn(link.today))
                .min(STRICTEST)
                .map(StudentGuardian::restriction);
    }

    /** The day in the school; null for somebody without a link. */
    LocalDate today() {
        return last.values().stream().map(link -> link.today).findFirst().orElse(null);
    }

    /** @throws ProblemException 409 when the person is a guardian of the student already */
    void refuseLinked(Student student, String place) {
        StudentGuardian same = last.get(student.id);
        if (same != null && same.endedAt == null) {
            throw StudentConflicts.ALREADY_LINKED.at(place + "document_number").with("link_id", same.id);
        }
    }

    /** The links to other students that have not ended. */
    List<ChildLink> others(Student student) {
        return ChildLink.of(last.values().stream()
                .filter(link -> link.endedAt == null && !link.student.id.equals(student.id))
                .toList());
    }

    /**
     * Refuses to restore a link that is not the person's last one to the student, because the last one may be restricted.
     *
     * @throws ProblemException 409, naming the last link
     */
    void refuseReplaced(StudentGuardian link) {
        StudentGuardian latest = last.get(link.student.id);
        if (latest.id.equals(link.id)) {
            return;
        }
        ProblemException refusal = latest.endedAt == null
                ? StudentConflicts.ALREADY_LINKED.problem()
                : StudentConflicts.LINK_REPLACED.problem();
        throw refusal.with("link_id", latest.id);
    }

    /** Whether a new link is switched on. */
    boolean active(Student student) {
        StudentGuardian same = last.get(student.id);
        return same == null || same.active;
    }
}
