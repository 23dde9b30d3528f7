package org.athena.person.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** The mails of a school's invitations that wait to be sent. */
@ApplicationScoped
class MailQueue {

    /** Of expired invitations none is sent. Those that were tried before come first, so that their waiting times grow. */
    private static final String NEXT = """
            select m.id, m.user_id, u.email
              from athena.school_memberships m join athena.users u on u.id = m.user_id
             where m.school_id = :school and m.mail = 'waiting' and m.mail_due_at <= clock_timestamp() and m.expires_at > now()
             order by m.mail_attempts desc, m.id limit 1""";

    private static final String DUE = """
            select min(m.mail_due_at) from athena.school_memberships m
             where m.school_id = :school and m.mail = 'waiting' and m.expires_at > now()""";

    /** When those are due again that were tried a moment ago. */
    private static final String PAUSE = """
            select max(m.mail_due_at) from athena.school_memberships m
             where m.school_id = :school and m.mail = 'waiting' and m.mail_tried_at > clock_timestamp() - cast(:moment as interval)""";

    /** Whether the mail before this one, to another person, was not sent for the same reason a moment ago. */
    private static final String LIMITED_BEFORE = """
            select coalesce((select m.mail_fault = 'limit' from athena.school_memberships m
                              where m.school_id = :school and m.id <> :membership
                                and m.mail_tried_at > clock_timestamp() - cast(:moment as interval)
                              order by m.mail_tried_at desc limit 1), false)""";

    private static final String AGAIN = """
            update athena.school_memberships m
               set mail = 'waiting', mail_attempts = 0, mail_due_at = now(), expires_at = :expires, version = m.version + 1
             where m.school_id = :school and m.mail = 'failed' and m.expires_at > now()""";

    private static final String PROGRESS = """
            select count(*) filter (where m.mail = 'waiting' and m.expires_at > now()) as waiting,
                   count(*) filter (where m.mail = 'sent' and m.expires_at > now()) as sent,
                   count(*) filter (where m.mail = 'failed' and m.expires_at > now()) as failed, max(m.mailed_at) as last,
                   (select greatest(d.due_at, now()) from athena.due_work d
                     where d.school_id = :school and d.kind = :kind) as due
              from athena.school_memberships m where m.school_id = :school""";

    /** Less than the shortest pause. */
    private static final Duration MOMENT = Duration.ofSeconds(50);

    private final EntityManager entities;

    MailQueue(EntityManager entities) {
        this.entities = entities;
    }

    /** The mail to send now, with a new secret; the one before it stays good until this one was noted. */
    @SuppressWarnings("unchecked")
    Optional<Letter> next(UUID school) {
        return entities.createNativeQuery(NEXT, Tuple.class)
                .setParameter("school", school)
                .getResultStream()
                .map(row -> letter((Tuple) row))
                .findFirst();
    }

    private static Letter letter(Tuple row) {
        return new Letter(
                row.get("id", UUID.class),
                row.get("user_id", UUID.class),
                row.get("email", String.class),
                Secret.random());
    }

    /** When the first of the waiting mails is due. */
    Optional<Instant> due(UUID school) {
        return Optional.ofNullable((Instant) entities.createNativeQuery(DUE, Instant.class)
                .setParameter("school", school)
                .getSingleResult());
    }

    /** Until when nothing is sent, after Supabase has refused: as long as those wait that it refused. */
    Optional<Instant> pause(UUID school) {
        return Optional.ofNullable((Instant) entities.createNativeQuery(PAUSE, Instant.class)
                .setParameter("school", school)
                .setParameter("moment", MOMENT.toString())
                .getSingleResult());
    }

    boolean limitedBefore(UUID school, Letter letter) {
        return (Boolean) entities.createNativeQuery(LIMITED_BEFORE, Boolean.class)
                .setParameter("school", school)
                .setParameter("membership", letter.membership())
                .setParameter("moment", MOMENT.toString())
                .getSingleResult();
    }

    /** Lets the mails wait again that failed, with a new term, as any invitation that is sent again. */
    void again(UUID school, Instant expiresAt) {
        entities.createNativeQuery(AGAIN)
                .setParameter("school", school)
                .setParameter("expires", expiresAt)
                .executeUpdate();
    }

    MailProgress progress(UUID school) {
        Tuple row = (Tuple) entities.createNativeQuery(PROGRESS, Tuple.class)
                .setParameter("school", school)
                .setParameter("kind", MailJob.KIND)
                .getSingleResult();
        long waiting = row.get("waiting", Long.class);
        return new MailProgress(
                waiting,
                row.get("sent", Long.class),
                row.get("failed", Long.class),
                waiting == 0 ? null : row.get("due", Instant.class),
                row.get("last", Instant.class));
    }
}
