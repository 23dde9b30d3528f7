package org.athena.person.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.jobs.DueWork;
import org.athena.platform.jobs.Job;
import org.athena.platform.supabase.SupabaseInvitations.Mail;
import org.athena.platform.supabase.SupabaseInvitations.Outcome;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.AuthContextHolder;

/**
 * Sends the waiting mails of a school, one in each piece of work: when the process dies, at most that one is sent again. Supabase
 * limits mails, for one person and in all, and says the same to both. So one refusal postpones that person; a second one in a row, to
 * another person, postpones all.
 */
@ApplicationScoped
public class MailJob implements Job {

    /** The kind of this job. */
    public static final String KIND = "invitations";

    private final MailQueue queue;
    private final InvitationMails mails;
    private final DueWork dueWork;
    private final AuthContextHolder caller;
    private final Clock clock;

    MailJob(MailQueue queue, InvitationMails mails, DueWork dueWork, AuthContextHolder caller, Clock clock) {
        this.queue = queue;
        this.mails = mails;
        this.dueWork = dueWork;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run() {
        UUID school = caller.find().map(AuthContext::schoolId).orElseThrow();
        Optional<Letter> letter = queue.next(school);
        boolean pause = letter.isPresent() && stopsAfter(school, letter.get());
        Optional<Instant> next = pause ? queue.pause(school) : queue.due(school);
        next.ifPresent(due -> dueWork.at(KIND, school, later(due)));
    }

    /** Sends the mail, and says whether the next one would not be sent either. */
    private boolean stopsAfter(UUID school, Letter letter) {
        Outcome outcome = mails.send(letter);
        mails.note(letter, outcome);
        return outcome.mail() == Mail.UNAVAILABLE
                || outcome.mail() == Mail.LIMITED && queue.limitedBefore(school, letter);
    }

    private Instant later(Instant due) {
        Instant now = clock.instant();
        return due.isBefore(now) ? now : due;
    }
}
