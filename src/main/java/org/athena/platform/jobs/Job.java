package org.athena.platform.jobs;

/**
 * Work of a feature that is done outside requests. A job is an application-scoped bean, because its kind is asked for where there is no
 * caller; request-scoped beans that it uses belong to the school of the work while it runs.
 */
public interface Job {

    /** The kind under which {@link DueWork} plans the job, such as {@code announcements}. It is a public name in logs and metrics. At most 60 characters. */
    String kind();

    /**
     * Does all that is due in the school, as the service itself: the audit log names no actor. The work and the note that it is done are
     * one transaction, which ends after 30 seconds: a failure or a crash takes back what was written, and the work is due again.
     * An effect that cannot be rolled back, such as a mail, may happen twice.
     *
     * <p>Only the earliest time is kept for a kind and a school: a job plans what is due later itself ({@link DueWork#at}), and
     * so the rest of work that is too long for one transaction.
     */
    void run();
}
