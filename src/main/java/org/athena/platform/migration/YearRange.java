package org.athena.platform.migration;

import java.time.Year;

/**
 * Years, the first and the last included.
 *
 * @param first the first
 * @param last the last
 */
record YearRange(int first, int last) {

    /**
     * @param year the first
     * @param ahead how many follow
     */
    static YearRange from(Year year, int ahead) {
        return new YearRange(year.getValue(), year.getValue() + ahead);
    }
}
