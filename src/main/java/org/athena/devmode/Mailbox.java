package org.athena.devmode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The mails of the stand-in. It sends none: people read them on its page, and tests ask for them. */
class Mailbox {

    private static final int MOST_KEPT = 2_000;

    /** Without a limit for all: a project with an SMTP server of its own sets that limit itself. */
    private Limits limits = new Limits(Duration.ofSeconds(60), Integer.MAX_VALUE, Duration.ofHours(1));

    private final Deque<Mail> mails = new ArrayDeque<>();
    private Instant windowBegan = Instant.EPOCH;
    private int inWindow;

    /**
     * How many mails Supabase lets go.
     *
     * @param perAccount the shortest time between two mails to one account
     * @param most mails in a window, to all accounts
     * @param window the length of the window
     */
    record Limits(Duration perAccount, int most, Duration window) {}

    synchronized void limit(Limits wanted) {
        limits = wanted;
        inWindow = 0;
        windowBegan = Instant.now();
    }

    /** Whether an account whose last mail went at that time may get another; null for none. */
    synchronized boolean allows(Instant last) {
        return last == null || !last.plus(limits.perAccount()).isAfter(Instant.now());
    }

    /** Keeps the mail, unless the limit for all accounts is reached. */
    synchronized boolean send(Mail mail) {
        if (windowBegan.plus(limits.window()).isBefore(mail.at())) {
            windowBegan = mail.at();
            inWindow = 0;
        }
        if (inWindow >= limits.most()) {
            return false;
        }
        inWindow++;
        mails.addFirst(mail);
        while (mails.size() > MOST_KEPT) {
            mails.removeLast();
        }
        return true;
    }

    /** The newest first. */
    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }
}
