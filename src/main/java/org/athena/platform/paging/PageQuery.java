package org.athena.platform.paging;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.panache.common.Sort;

/**
 * Which part of a list is wanted.
 *
 * @param page the page, from 1
 * @param pageSize its rows
 * @param sort by what
 */
public record PageQuery(int page, int pageSize, Sort sort) {

    /** Reads the page and counts the whole: two statements, in the transaction of the request; one where the page is not full. */
    public <E, V> Page<V> of(Class<E> entity, Filters filters, Function<E, V> view) {
        return of(Panache.getEntityManager().unwrap(Session.class), entity, filters, view);
    }

    /** The same of a session that somebody else has opened. */
    public <E, V> Page<V> of(Session session, Class<E> entity, Filters filters, Function<E, V> view) {
        String rows = "from " + entity.getSimpleName() + filters.conditions();
        SelectionQuery<E> query = session.createSelectionQuery(rows + " order by " + order(), entity)
                .setFirstResult((page - 1) * pageSize)
                .setMaxResults(pageSize);
        filters.values().forEach(query::setParameter);
        List<E> items = query.getResultList();
        long total = last(items) ? (page - 1L) * pageSize + items.size() : count(session, rows, filters);
        return new Page<>(items.stream().map(view).toList(), page, pageSize, total);
    }

    /** Whether the list ends on this page; beyond its end nothing is known of it. */
    private boolean last(List<?> items) {
        return items.size() < pageSize && (page == 1 || !items.isEmpty());
    }

    private static long count(Session session, String rows, Filters filters) {
        SelectionQuery<Long> count = session.createSelectionQuery("select count(*) " + rows, Long.class);
        filters.values().forEach(count::setParameter);
        return count.getSingleResult();
    }

    /** The attributes are those of a {@link SortSpec}, never what a caller wrote. */
    private String order() {
        return sort.getColumns().stream()
                .map(column -> column.getName() + (column.getDirection() == Sort.Direction.Descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
