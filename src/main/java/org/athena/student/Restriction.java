package org.athena.student;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A restriction of a guardian's contact with the child, for example by a court's order. While it applies, the guardian sees
 * nothing of the child.
 *
 * @param text the content of the order
 * @param from the first day, or null when there is none
 * @param to the last day, or null when there is none
 */
@Schema(name = "RestrictionData")
public record Restriction(
        @NotNull @Filled @Size(max = 1000) String text,
        @Clearable LocalDate from,
        @Clearable LocalDate to) {

    /** Whether the restriction applies on that day, from its first to its last day. */
    boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && !isOverOn(day);
    }

    /** Whether the restriction ended before that day. */
    boolean isOverOn(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** Whether it leaves out a day, from that one on, on which the other applies. */
    boolean isWeakerThan(Restriction other, LocalDate day) {
        if (other.isOverOn(day)) {
            return false;
        }
        boolean beginsLater = from != null && from.isAfter(day) && (other.from == null || from.isAfter(other.from));
        boolean endsSooner = to != null && (other.to == null || to.isBefore(other.to));
        return beginsLater || endsSooner;
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }
}
