package org.athena.student;

import java.time.LocalDate;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The restriction of a link, as whoever reads all students sees it.
 *
 * @param text the content of the order
 * @param from the first day, or null when there is none
 * @param to the last day, or null when there is none
 */
@Schema(name = "Restriction")
record RestrictionView(
        String text, @MayBeNull LocalDate from, @MayBeNull LocalDate to) {

    static RestrictionView of(Restriction restriction) {
        return restriction == null
                ? null
                : new RestrictionView(restriction.text(), restriction.from(), restriction.to());
    }
}
