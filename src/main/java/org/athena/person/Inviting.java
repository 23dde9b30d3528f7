package org.athena.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.person.SchoolMembership.Status;
import org.athena.person.mail.InvitationTerms;
import org.athena.person.mail.Letter;
import org.athena.person.mail.MailJob;
import org.athena.person.mail.MailState;
import org.athena.platform.jobs.DueWork;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;

/**
 * Invites people to the school of the request. All of it is written before Supabase is called: when the process dies during the
 * calls, the job sends the mail. No transaction may be open during the calls.
 */
@RequestScoped
class Inviting {

    private static final String BEGIN = "select user_id from athena.begin_account(:id, :email, :name)";

    /** Longer than the calls of a request take. */
    private static final Duration CALLS = Duration.ofMinutes(1);

    private final AuthContext caller;
    private final GrantRules rules;
    private final InvitationTerms terms;
    private final EntityManager entities;
    private final DueWork dueWork;
    private final Clock clock;

    Inviting(
            AuthContext caller,
            GrantRules rules,
            InvitationTerms terms,
            EntityManager entities,
            DueWork dueWork,
            Clock clock) {
        this.caller = caller;
        this.rules = rules;
        this.terms = terms;
        this.entities = entities;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * Begins to add a person, new or known here, to the school.
     *
     * @param key the key of the request; a repetition of a request that was not answered goes on from there
     * @return the mail to send
     * @throws ProblemException 409 when the person is a member or invited already
     */
    Letter add(NewUser data, Optional<String> key) {
        String email = data.email();
        UUID person = person(email, data.fullName().strip());
        rules.refuseOwn(person);
        SchoolMembership membership = SchoolMembership.in(caller.schoolId(), person)
                .orElseGet(() -> SchoolMembership.invite(caller.schoolId(), person, data.roles()));
        boolean begunBefore = key.isPresent() && key.get().equals(membership.requestHash);
        if (membership.id != null && membership.status != Status.inactive && !begunBefore) {
            throw PersonConflicts.ALREADY_THERE.problem();
        }
        membership.roles = List.copyOf(data.roles());
        // Whoever was once invited as a guardian is now invited as what the request says.
        membership.guardianId = null;
        membership.requestHash = key.orElse(null);
        return open(membership, data.fullName().strip(), email);
    }

    /** The person who has the e-mail; a new one waits for the account. */
    private UUID person(String email, String name) {
        Tuple row = (Tuple) entities.createNativeQuery(BEGIN, Tuple.class)
                .setParameter("id", UUID.randomUUID())
                .setParameter("email", email)
                .setParameter("name", name)
                .getSingleResult();
        return Optional.ofNullable(row.get("user_id", UUID.class)).orElseThrow(Inviting::busy);
    }

    private static ProblemException busy() {
        return new ProblemException(
                        ProblemCode.UNAVAILABLE, "Another request is adding the same person. Try again shortly.")
                .header("Retry-After", "1");
    }

    /** The name for an invitation where nobody writes one: that of the open one, or of the profile, if the school has seen it. */
    static String name(SchoolMembership membership, User person) {
        boolean profile = membership.status != Status.invited && membership.acceptedAt != null;
        return profile || membership.invitedName == null ? person.fullName : membership.invitedName;
    }

    /**
     * Opens an invitation, or an invitation again, with a new secret and a new term, for somebody who sends its mail now.
     *
     * @param membership a new membership, or one of the school
     * @param name the name that the school wrote
     */
    Letter open(SchoolMembership membership, String name, String email) {
        return open(membership, name, email, clock.instant().plus(CALLS));
    }

    /** The same where the job sends the mail. */
    void openForJob(SchoolMembership membership, String name, String email) {
        open(membership, name, email, clock.instant());
    }

    private Letter open(SchoolMembership membership, String name, String email, Instant due) {
        InvitationTerms.Offer offer = terms.offer();
        if (membership.secretHash == null || membership.expired) {
            // An earlier mail that may still be used holds until this one is out (athena.note_mail).
            membership.secretHash = offer.secret().hash();
            membership.mailedAt = null;
        }
        if (membership.status == Status.inactive) {
            membership.status = Status.invited;
            membership.locked = false;
        }
        membership.invitedName = name;
        membership.expiresAt = offer.expiresAt();
        membership.expired = false;
        membership.declinedAt = null;
        membership.mail = MailState.waiting;
        membership.mailAttempts = 0;
        membership.mailDueAt = due;
        membership.persistAndFlush();
        dueWork.at(MailJob.KIND, membership.schoolId, due);
        return new Letter(membership.id, membership.userId, email, offer.secret());
    }
}
