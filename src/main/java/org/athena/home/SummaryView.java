package org.athena.home;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The figures of a school for a home screen. What the caller may not read is absent.
 *
 * @param today the date in the school, from which the days of all figures are counted
 * @param guardians how many guardians the school has
 * @param year the school year to which today belongs; absent when there is none, too
 * @param period the period of that year to which today belongs; absent when there is none, too
 */
@Schema(name = "SchoolSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryView(
        LocalDate today,
        @MayBeNull StudentFigures students,
        @MayBeNull Long guardians,
        @MayBeNull StaffFigures staff,
        @MayBeNull InvitationFigures invitations,
        @MayBeNull ImportFigures recentImports,
        @MayBeNull Span year,
        @MayBeNull Span period) {

    /**
     * @param active how many students are active
     * @param recentlyAdded how many of them were added today or on the 29 days before
     */
    @Schema(name = "StudentFigures")
    record StudentFigures(long active, long recentlyAdded) {}

    /**
     * People with an active membership who work in the school.
     *
     * @param members how many there are; somebody with two roles counts once
     * @param byRole how many have each role, also where nobody has it
     */
    @Schema(name = "StaffFigures")
    record StaffFigures(long members, List<RoleFigure> byRole) {}

    /** How many people have the role. */
    @Schema(name = "RoleFigure")
    record RoleFigure(@CodeOf(Role.class) String role, long members) {}

    /**
     * Invitations that nobody has answered.
     *
     * @param open how many may still be accepted
     * @param expired how many may not any more; they can be sent again
     * @param mailWaiting how many have a mail that the service will send
     * @param mailFailed how many have a mail that could not be sent
     */
    @Schema(name = "InvitationFigures")
    record InvitationFigures(long open, long expired, long mailWaiting, long mailFailed) {}

    /**
     * Imports of students today or on the six days before.
     *
     * @param carriedOut how many there were
     * @param takenBack how many of them were taken back
     * @param students how many students the others added
     */
    @Schema(name = "ImportFigures")
    record ImportFigures(long carriedOut, long takenBack, long students) {}

    /** A year or a period, from its first to its last day. */
    @Schema(name = "CurrentSpan")
    record Span(UUID id, String name, LocalDate startsOn, LocalDate endsOn) {}
}
