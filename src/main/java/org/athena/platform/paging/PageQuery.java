package org.athena.platform.paging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;

/**
 * Which part of a list is wanted.
 *
 * @param page the page, from 1
 * @param pageSize its rows
 * @param sort by what
 */
public record PageQuery(int page, int pageSize, Sort sort) {

    /** Reads the page and counts the whole: two statements. */
    public <E, V> Page<V> of(PanacheQuery<E> query, Function<E, V> view) {
        long total = query.count();
        return new Page<>(query.page(page - 1, pageSize).stream().map(view).toList(), page, pageSize, total);
    }

    /**
     * The same of a session that somebody else has opened.
     *
     * @param entity whose rows
     * @param conditions in Hibernate's query language
     * @param values of the conditions' parameters
     */
    public <E, V> Page<V> of(
            Session session, Class<E> entity, String conditions, Map<String, Object> values, Function<E, V> view) {
        String rows = "from " + entity.getSimpleName() + " where " + conditions;
        SelectionQuery<Long> count = session.createSelectionQuery("select count(*) " + rows, Long.class);
        SelectionQuery<E> query = session.createSelectionQuery(rows + " order by " + order(), entity)
                .setFirstResult((page - 1) * pageSize)
                .setMaxResults(pageSize);
        values.forEach(count::setParameter);
        values.forEach(query::setParameter);
        long total = count.getSingleResult();
        return new Page<>(query.getResultList().stream().map(view).toList(), page, pageSize, total);
    }

    /**
     * Reads the page together with the count: one statement, for a list that needs another one besides. The
     * database visits all rows of the list for it, so it is not for those that only grow.
     *
     * @param entity whose rows
     * @param conditions in Hibernate's query language
     * @param values of the conditions' parameters
     */
    public <E, V> Page<V> counted(
            Session session, Class<E> entity, String conditions, Map<String, Object> values, Function<E, V> view) {
        String rows = " from " + entity.getSimpleName() + " row where " + conditions;
        SelectionQuery<Object[]> query = session.createSelectionQuery(
                        "select row, count(*) over ()" + rows + " order by " + order(), Object[].class)
                .setFirstResult((page - 1) * pageSize)
                .setMaxResults(pageSize);
        values.forEach(query::setParameter);
        List<Object[]> found = query.getResultList();
        long total = found.isEmpty() ? beyond(session, rows, values) : (Long) found.get(0)[1];
        return new Page<>(
                found.stream().map(one -> view.apply(entity.cast(one[0]))).toList(), page, pageSize, total);
    }

    /** No row carries the count. The first page is empty where there is nothing; only beyond the last one it is asked for. */
    private long beyond(Session session, String rows, Map<String, Object> values) {
        if (page == 1) {
            return 0;
        }
        SelectionQuery<Long> count = session.createSelectionQuery("select count(*)" + rows, Long.class);
        values.forEach(count::setParameter);
        return count.getSingleResult();
    }

    /** The attributes are those of a {@link SortSpec}, never what a caller wrote. */
    private String order() {
        return sort.getColumns().stream()
                .map(column -> column.getName() + (column.getDirection() == Sort.Direction.Descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
