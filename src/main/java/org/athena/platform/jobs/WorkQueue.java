package org.athena.platform.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** What is due, by kind and school: the rows of {@code due_work}, which any instance may read. */
@ApplicationScoped
class WorkQueue {

    private static final String DUE = """
            select kind, school_id from athena.due_work
             where due_at <= now() and kind = any(cast(:kinds as text[])) order by due_at limit :most""";

    /** Every update creates a new row version, even without a change. */
    private static final String VERSION = """
            select cast(xmin as text) from athena.due_work
             where kind = :kind and school_id = :school and due_at <= now()""";

    private static final String PLAN = """
            insert into athena.due_work (kind, school_id, due_at) values (:kind, :school, :due)
            on conflict on constraint pk_due_work do update set due_at = least(due_work.due_at, excluded.due_at)""";

    /** The row, unless somebody plans the work at this moment: nobody waits for a request. */
    private static final String FREE = """
             where (kind, school_id) in (
               select kind, school_id from athena.due_work
                where kind = :kind and school_id = :school and %s
                  for update skip locked)""";

    private static final String END = "delete from athena.due_work " + FREE.formatted("cast(xmin as text) = :version");

    /** After one minute, then two, four and so on, at last every hour. */
    private static final String POSTPONE = """
            update athena.due_work
               set failures = failures + 1,
                   due_at = now() + least(interval '1 minute' * power(2, least(failures, 6)), interval '1 hour')
            """ + FREE.formatted("due_at <= now()");

    private final EntityManager entities;

    WorkQueue(EntityManager entities) {
        this.entities = entities;
    }

    /** The work that has been due longest comes first. There is no caller, the transaction is its own, and nothing is locked. */
    @ActivateRequestContext
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Due> due(Set<String> kinds, int most) {
        return entities.createNativeQuery(DUE, Object[].class)
                .setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Due((String) ((Object[]) row)[0], (UUID) ((Object[]) row)[1]))
                .toList();
    }

    /** The row's version, empty when the work is not due, or no longer. */
    @SuppressWarnings("unchecked")
    Optional<String> version(Due due) {
        return of(due, entities.createNativeQuery(VERSION, String.class))
                .getResultStream()
                .findFirst();
    }

    void plan(Due work, Instant due) {
        of(work, entities.createNativeQuery(PLAN)).setParameter("due", due).executeUpdate();
    }

    /**
     * Deletes the row, unless somebody has planned the work again since that version, or does so at this moment.
     *
     * @return whether it is out
     */
    boolean end(Due work, String version) {
        return of(work, entities.createNativeQuery(END))
                        .setParameter("version", version)
                        .executeUpdate()
                == 1;
    }

    /** Plans the next attempt, later after each failure. Work that is planned at this moment stays due. */
    void postpone(Due work) {
        of(work, entities.createNativeQuery(POSTPONE)).executeUpdate();
    }

    private static Query of(Due work, Query query) {
        return query.setParameter("kind", work.kind()).setParameter("school", work.school());
    }
}
