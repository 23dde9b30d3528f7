package org.athena.student;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;

/**
 * Why a guardian may not reach the child, for example a court's order. While it is in force the portal shows them nothing.
 *
 * @param text what was ordered
 * @param from its first day, or null for always
 * @param to its last day, or null for no end
 */
record Restriction(
        @NotNull @Filled @Size(max = 1000) String text,
        @Clearable LocalDate from,
        @Clearable LocalDate to) {

    /** Whether it is in force on that day; its first and its last day count. */
    boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && !isOverOn(day);
    }

    /** Whether its last day has passed on that day. */
    boolean isOverOn(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }
}
