package org.athena.platform.paging;

import java.util.function.Function;

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
}
