package org.athena.platform.paging;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items the rows
 * @param page the page, from 1
 * @param pageSize how many rows a page has at most
 * @param total rows of the whole list
 */
public record Page<T>(List<T> items, int page, int pageSize, long total) {}
