package org.athena.person.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.jobs.DueWork;
import org.athena.platform.tenancy.AuthContext;

/** Opens many invitations in one statement. The job makes the accounts and sends the mails. */
@RequestScoped
public class BulkInvitations {

    /**
     * Somebody to invite.
     *
     * @param email in lower case
     * @param fullName the name that the school wrote
     * @param roles codes of roles
     * @param guardian the guardian whose account they become, or null
     */
    public record Invitee(String email, String fullName, List<String> roles, UUID guardian) {

        @Override
        public String toString() {
            return "Invitee[…]";
        }
    }

    /**
     * A member keeps membership and roles and gets the role of a guardian with the answer; whoever was removed, or is invited already,
     * is invited to the roles that are named now. A mail that may still be used holds until the next one is out.
     */
    private static final String OPEN = """
            with wanted as (
              select w.email, w.name, string_to_array(w.roles, ',') as roles, w.guardian
                from unnest(cast(:emails as text[]), cast(:names as text[]), cast(:roles as text[]), cast(:guardians as uuid[]))
                     w (email, name, roles, guardian)),
            people as materialized (
              select w.*, a.user_id from wanted w
               cross join lateral athena.begin_account(gen_random_uuid(), w.email, w.name) a)
            insert into athena.school_memberships as m
                   (school_id, user_id, guardian_id, roles, status, version, invited_name, expires_at, mail, mail_due_at)
            select :school, p.user_id, p.guardian, p.roles, 'invited', 0, p.name, :expires, 'waiting', now()
              from people p where p.user_id is not null
             order by p.user_id
            on conflict on constraint uq_school_memberships_school_id_user_id do update
               set guardian_id = case when m.status = 'inactive' then excluded.guardian_id
                                      else coalesce(excluded.guardian_id, m.guardian_id) end,
                   status = case when m.status = 'active' then m.status else 'invited' end,
                   is_locked = m.is_locked and m.status = 'active',
                   roles = case when m.status = 'inactive' then excluded.roles else m.roles end,
                   added_roles = case when m.status = 'inactive' or excluded.guardian_id is null then '{}' else excluded.roles end,
                   invited_name = case when m.status = 'inactive' then excluded.invited_name
                                       else coalesce(m.invited_name, excluded.invited_name) end,
                   secret_hash = case when m.mail is not null and m.expires_at > now() then m.secret_hash end,
                   mailed_at = case when m.mail is not null and m.expires_at > now() then m.mailed_at end,
                   expires_at = excluded.expires_at, declined_at = null, mail = 'waiting', mail_attempts = 0,
                   mail_due_at = now(), version = m.version + 1
             where m.status <> 'active' or excluded.guardian_id is not null
            returning m.guardian_id""";

    private final EntityManager entities;
    private final AuthContext caller;
    private final InvitationTerms terms;
    private final DueWork dueWork;
    private final Clock clock;

    BulkInvitations(EntityManager entities, AuthContext caller, InvitationTerms terms, DueWork dueWork, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.terms = terms;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * Opens the invitations in the transaction of the caller; each e-mail may occur once.
     *
     * @return the guardian of each that was opened, null for somebody who is invited as something else
     */
    @SuppressWarnings("unchecked")
    public List<UUID> open(List<Invitee> invitees) {
        if (invitees.isEmpty()) {
            return List.of();
        }
        List<UUID> opened = entities.createNativeQuery(OPEN, UUID.class)
                .setParameter("school", caller.schoolId())
                .setParameter("expires", terms.offer().expiresAt())
                .setParameter("emails", texts(invitees, Invitee::email))
                .setParameter("names", texts(invitees, Invitee::fullName))
                .setParameter("roles", texts(invitees, invitee -> String.join(",", invitee.roles())))
                .setParameter(
                        "guardians", invitees.stream().map(Invitee::guardian).toArray(UUID[]::new))
                .getResultList();
        dueWork.at(MailJob.KIND, caller.schoolId(), clock.instant());
        return opened;
    }

    private static String[] texts(List<Invitee> invitees, Function<Invitee, String> part) {
        return invitees.stream().map(part).toArray(String[]::new);
    }
}
