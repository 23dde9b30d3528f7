package org.athena.platform.migration;

import java.time.Year;

/**
 * A range of years.
 *
 * @param first the first year
 * @param last the last year, included
 */
record YearRange(int first, int last) {

    /**
     * @param year the first
     * @param ahead the number of years after it
     */
    static YearRange from(Year year, int ahead) {
        return new YearRange(year.getValue(), year.getValue() + ahead);
    }
}
