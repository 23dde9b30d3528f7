package org.athena.student;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.row.SchoolRow;
import org.athena.platform.tenancy.AuthContext;

/**
 * Makes, changes and ends the links of guardians to a student. A change of a link counts as a change of the student, whose answer
 * shows the links. Every change locks the student first, so that changes at the same time wait without a deadlock.
 */
@RequestScoped
class GuardianLinks {

    private static final String ANY = """
            select l from StudentGuardian l join fetch l.guardian where l.id = :id and l.student.id = :student""";

    private static final String ACTIVE = ANY + " and l.endedAt is null";

    private static final String OTHERS = """
            select l from StudentGuardian l join fetch l.student
             where l.guardian.id = ?1 and l.student.id <> ?2 and l.endedAt is null""";

    private final EntityManager entities;
    private final AuthContext caller;
    private final GuardianPeople people;

    GuardianLinks(EntityManager entities, AuthContext caller, GuardianPeople people) {
        this.entities = entities;
        this.caller = caller;
        this.people = people;
    }

    /** @throws ProblemException 404 when the student does not have the link, or it has ended */
    StudentGuardian find(UUID student, UUID id) {
        return find(ACTIVE, student, id);
    }

    private StudentGuardian find(String query, UUID student, UUID id) {
        return entities.createQuery(query, StudentGuardian.class)
                .setParameter("id", id)
                .setParameter("student", student)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> SchoolRow.unknown(StudentGuardian.class));
    }

    /** The link for a change: the student is locked until the end of the transaction. */
    StudentGuardian locked(UUID student, UUID id) {
        locked(student);
        return find(student, id);
    }

    private Student locked(UUID id) {
        Student student = entities.find(Student.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (student == null) {
            throw SchoolRow.unknown(Student.class);
        }
        return student;
    }

    /** Links a guardian to a student whom the school has. */
    StudentGuardian add(UUID id, NewGuardian wanted) {
        Student student = locked(id);
        StudentGuardian link = add(student, List.of(wanted), one -> "").get(0);
        touch(student);
        return link;
    }

    /**
     * Links guardians to a student.
     *
     * @param wanted each person once
     * @param place the place of each in the request, for example {@code guardians[0].}
     */
    List<StudentGuardian> add(Student student, List<NewGuardian> wanted, Function<NewGuardian, String> place) {
        wanted.forEach(one -> GuardianPeople.refuseOwn(one.document(), student.document(), place.apply(one)));
        GuardianPeople.Found found = people.of(wanted, place);
        Map<UUID, EarlierLinks> earlier = EarlierLinks.of(found.byKey().values());
        GuardianOrder order = new GuardianOrder(student, wanted);
        List<StudentGuardian> links = wanted.stream()
                .map(one -> {
                    EarlierLinks before = earlier.getOrDefault(found.of(one).id, EarlierLinks.NONE);
                    StudentGuardian link = link(student, found.of(one), before, one, place.apply(one));
                    link.differences = found.differences(one);
                    return placed(link, one, order);
                })
                .toList();
        GuardianPeople.touch(found.known());
        return links;
    }

    private static StudentGuardian link(
            Student student, Guardian guardian, EarlierLinks earlier, NewGuardian wanted, String place) {
        earlier.refuseLinked(student, place);
        StudentGuardian link = begin(student, guardian, earlier);
        refuseDays(link.restriction(), wanted.restriction(), earlier.today(), place);
        refuseWeaker(link.restriction(), wanted.restriction(), earlier.today(), place);
        link.otherLinks = earlier.others(student);
        return link;
    }

    private static StudentGuardian placed(StudentGuardian link, NewGuardian wanted, GuardianOrder order) {
        if (Boolean.TRUE.equals(wanted.isPrimary())) {
            link.primaryBefore = order.release();
        }
        link.apply(wanted.link());
        link.priority = wanted.priority() == null ? order.next() : wanted.priority();
        link.persist();
        return link;
    }

    private static StudentGuardian begin(Student student, Guardian guardian, EarlierLinks earlier) {
        StudentGuardian link = new StudentGuardian();
        link.student = student;
        link.guardian = guardian;
        link.restrict(earlier.restriction(student));
        link.active = earlier.active(student);
        return link;
    }

    void change(StudentGuardian link, LinkData data) {
        refuseDays(link.restriction(), data.restriction(), link.today, "");
        boolean lifts = lifts(link.restriction(), data.restriction(), link.today);
        refuseReason(lifts, data.restrictionLiftReason());
        LinkData before = LinkData.of(link);
        if (!Objects.equals(link.restriction(), data.restriction())) {
            link.otherLinks = others(link);
        }
        if (Boolean.TRUE.equals(data.isPrimary()) && !link.primary) {
            link.primaryBefore = GuardianOrder.release(link.student);
        }
        link.apply(data);
        if (lifts) {
            link.lift(data.restriction(), data.restrictionLiftReason());
        }
        if (!before.equals(LinkData.of(link))) {
            touch(link);
        }
    }

    private static List<ChildLink> others(StudentGuardian link) {
        return ChildLink.of(StudentGuardian.list(OTHERS, link.guardian.id, link.student.id));
    }

    void end(StudentGuardian link) {
        link.end(caller.userId());
        touch(link);
    }

    /** The link for its restoration, ended or not; the student is locked until the end of the transaction. */
    StudentGuardian lockedEvenEnded(UUID student, UUID id) {
        locked(student);
        return find(ANY, student, id);
    }

    /**
     * Undoes the end of a link; a link that has not ended stays as it is.
     *
     * @throws ProblemException 409 when the person was linked to the student again, even if that link has ended as well
     */
    void restore(StudentGuardian link) {
        link.otherLinks = others(link);
        if (link.endedAt == null) {
            return;
        }
        GuardianPeople.refuseOwn(link.guardian.document(), link.student.document(), "");
        EarlierLinks.of(List.of(link.guardian)).get(link.guardian.id).refuseReplaced(link);
        link.restore();
        touch(link);
    }

    private static void touch(StudentGuardian link) {
        touch(link.student);
        GuardianPeople.touch(Stream.of(link.guardian.id));
    }

    private static void touch(Student student) {
        student.updatedAt = Instant.now();
    }

    /** A restriction in force is lifted by null and a reason, and not by days of which today is none. */
    private static void refuseDays(Restriction current, Restriction wanted, LocalDate today, String place) {
        if (wanted == null) {
            return;
        }
        if (wanted.endsBeforeItBegins()) {
            throw ProblemException.invalid(new Violation(
                            place + "restriction.to",
                            "body",
                            "must not be before the first day",
                            FaultCode.BEFORE_START)
                    .with("other_field", place + "restriction.from"));
        }
        if (current != null && current.holdsOn(today) && !wanted.holdsOn(today)) {
            throw ProblemException.invalid(
                    place + "restriction",
                    "body",
                    StudentFault.RESTRICTION_IN_FORCE,
                    "must still apply today, because a restriction is in force; null with restriction_lift_reason lifts it");
        }
    }

    /** Whether a restriction is taken away, or some of the days on which it applies. */
    private static boolean lifts(Restriction current, Restriction wanted, LocalDate today) {
        return current != null && (wanted == null || wanted.isWeakerThan(current, today));
    }

    /** Otherwise a weaker restriction at a second child, whose link is made anew, would take the place of an order. */
    private static void refuseWeaker(Restriction standing, Restriction wanted, LocalDate today, String place) {
        if (wanted != null && lifts(standing, wanted, today)) {
            throw ProblemException.invalid(
                    place + "restriction",
                    "body",
                    StudentFault.RESTRICTION_STANDS,
                    "must apply on every day on which the restriction that stands for the person applies; a change of the link"
                            + " with restriction_lift_reason shortens it");
        }
    }

    private static void refuseReason(boolean lifts, String reason) {
        if (lifts && reason == null) {
            throw ProblemException.invalid(
                    "restriction_lift_reason",
                    "body",
                    StudentFault.LIFT_WITHOUT_REASON,
                    "must say why the restriction is lifted or shortened");
        }
        if (!lifts && reason != null) {
            throw ProblemException.invalid(
                    "restriction_lift_reason",
                    "body",
                    StudentFault.REASON_WITHOUT_LIFT,
                    "must be sent only where a restriction is lifted or shortened");
        }
    }
}
