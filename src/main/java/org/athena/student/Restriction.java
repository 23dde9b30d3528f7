package org.athena.student;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.rest.Filled;

/**
 * Why a guardian may not reach the child, for example a court's order. While it is in force the portal shows them nothing.
 *
 * @param text what was ordered
 * @param from its first day, or null for always
 * @param to its last day, or null for no end
 */
record Restriction(@NotNull @Filled @Size(max = 1000) String text, LocalDate from, LocalDate to) {

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }
}
