package org.athena.platform.paging;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityGraph;

import org.hibernate.Session;
import org.hibernate.graph.GraphSemantic;
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
        String rows = rows(entity, filters);
        List<E> items = page(session.createSelectionQuery(rows + " order by " + order(), entity), filters)
                .setEntityGraph(graph(session, entity, filters), GraphSemantic.LOAD)
                .getResultList();
        boolean last = items.size() < pageSize && (page == 1 || !items.isEmpty());
        long total = last ? (page - 1L) * pageSize + items.size() : count(session, rows, filters);
        return new Page<>(items.stream().map(view).toList(), page, pageSize, total);
    }

    /**
     * Reads the page together with the count: one statement, for a list that needs another one besides. The database visits all
     * rows of the list for it, so it is not for lists that grow with the years.
     */
    public <E, V> Page<V> counted(Class<E> entity, Filters filters, Function<E, V> view) {
        Session session = Panache.getEntityManager().unwrap(Session.class);
        String rows = rows(entity, filters);
        String counting = "select row, count(*) over () " + rows + " order by " + order();
        List<Object[]> found = page(session.createSelectionQuery(counting, Object[].class), filters)
                .getResultList();
        long total = found.isEmpty() ? beyond(session, rows, filters) : (Long) found.get(0)[1];
        return new Page<>(
                found.stream().map(one -> view.apply(entity.cast(one[0]))).toList(), page, pageSize, total);
    }

    /** No row carries the count. The first page is empty where there is nothing; only beyond the last one it is asked for. */
    private long beyond(Session session, String rows, Filters filters) {
        return page == 1 ? 0 : count(session, rows, filters);
    }

    private static String rows(Class<?> entity, Filters filters) {
        return "from " + entity.getSimpleName() + " row" + filters.conditions();
    }

    private <T> SelectionQuery<T> page(SelectionQuery<T> query, Filters filters) {
        filters.values().forEach(query::setParameter);
        return query.setFirstResult((page - 1) * pageSize).setMaxResults(pageSize);
    }

    private static long count(Session session, String rows, Filters filters) {
        SelectionQuery<Long> count = session.createSelectionQuery("select count(*) " + rows, Long.class);
        filters.values().forEach(count::setParameter);
        return count.getSingleResult();
    }

    private static <E> EntityGraph<E> graph(Session session, Class<E> entity, Filters filters) {
        EntityGraph<E> graph = session.createEntityGraph(entity);
        filters.fetched().forEach(graph::addAttributeNodes);
        return graph;
    }

    /** The attributes are those of a {@link SortSpec}, never what a caller wrote. */
    private String order() {
        return sort.getColumns().stream()
                .map(column -> column.getName() + (column.getDirection() == Sort.Direction.Descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
