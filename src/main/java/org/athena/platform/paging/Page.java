package org.athena.platform.paging;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items the rows
 * @param page the number of the page, from 1
 * @param pageSize the largest number of rows on a page
 * @param total the number of rows in the whole list
 */
public record Page<T>(List<T> items, int page, int pageSize, long total) {}
