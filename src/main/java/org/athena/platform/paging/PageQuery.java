package org.athena.platform.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import jakarta.persistence.EntityGraph;

import org.hibernate.Session;
import org.hibernate.graph.GraphSemantic;
import org.hibernate.query.SelectionQuery;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.panache.common.Sort;

/**
 * The requested part of a list.
 *
 * @param page the number of the page, from 1
 * @param pageSize the number of rows on a page
 * @param sort the order
 */
public record PageQuery(int page, int pageSize, Sort sort) {

    /** Reads the page and the total: two statements in the transaction of the request, or one when the page is not full. */
    public <E, V> Page<V> of(Class<E> entity, Filters filters, Function<E, V> view) {
        return of(Panache.getEntityManager().unwrap(Session.class), entity, filters, view);
    }

    /** The same with a session that the caller has opened. */
    public <E, V> Page<V> of(Session session, Class<E> entity, Filters filters, Function<E, V> view) {
        String rows = rows(entity, filters);
        List<E> items = page(session.createSelectionQuery(rows + " order by " + order(), entity), filters)
                .setEntityGraph(graph(session, entity, filters), GraphSemantic.LOAD)
                .getResultList();
        return of(items.stream().map(view).toList(), () -> count(session, rows, filters));
    }

    /**
     * The page with rows that were read by another statement.
     *
     * @param count counts all rows of the list; it is called only when the page does not tell
     */
    public <V> Page<V> of(List<V> items, LongSupplier count) {
        boolean last = items.size() < pageSize && (page == 1 || !items.isEmpty());
        return new Page<>(items, page, pageSize, last ? before() + items.size() : count.getAsLong());
    }

    /** The number of rows before the page. */
    public int before() {
        return (page - 1) * pageSize;
    }

    /** Whether the field that the caller named sorts from its largest value. */
    public boolean descending() {
        return sort.getColumns().get(0).getDirection() == Sort.Direction.Descending;
    }

    /**
     * Reads the page and the total in one statement, for lists that need another statement anyway. The database visits all rows
     * of the list for it, so it is not for lists that grow over the years.
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

    /** The total when the page has no rows. On the first page it is 0; beyond the last page it must be counted. */
    private long beyond(Session session, String rows, Filters filters) {
        return page == 1 ? 0 : count(session, rows, filters);
    }

    private static String rows(Class<?> entity, Filters filters) {
        return "from " + entity.getSimpleName() + " row" + filters.conditions();
    }

    private <T> SelectionQuery<T> page(SelectionQuery<T> query, Filters filters) {
        filters.values().forEach(query::setParameter);
        return query.setFirstResult(before()).setMaxResults(pageSize);
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

    /** The order. Its attributes come from a {@link SortSpec}, never from the caller's text. */
    private String order() {
        return sort.getColumns().stream()
                .map(column -> column.getName() + (column.getDirection() == Sort.Direction.Descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
