package org.athena.student;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A guardian of a student, with the fields that the reader may see.
 *
 * @param id the id of the link, which belongs to this student
 * @param guardianId the id of the person, which is the same for all their children
 * @param differences where the request that made the link describes a known person otherwise; only in its answer
 * @param otherLinks the person's links to other students; only in the answer of a request that makes the link, restores it or
 *     changes its restriction
 * @param primaryBefore the link that lost the mark of the primary guardian to this one; only in the answer of the request
 * @param endedByName the name of who ended the link, where the reader may see that person
 */
@Schema(name = "StudentGuardian")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkView(
        @MayBeNull UUID id,
        @MayBeNull UUID guardianId,

        @MayBeNull @Schema(implementation = DocumentType.class)
        String documentType,

        @MayBeNull @Schema(maxLength = 20) String documentNumber,
        String fullName,
        @MayBeNull String phone,
        @MayBeNull String email,
        String relationship,
        @MayBeNull Boolean isPrimary,
        @MayBeNull Integer priority,
        @MayBeNull Boolean isLegalRepresentative,
        @MayBeNull Boolean hasCustody,
        @MayBeNull Boolean portalAccess,
        @MayBeNull Boolean canPickup,
        @MayBeNull Boolean isEmergencyContact,
        @MayBeNull RestrictionView restriction,
        @MayBeNull Boolean isActive,
        @MayBeNull UUID userId,
        @MayBeNull List<Difference> differences,
        @MayBeNull List<ChildLink> otherLinks,
        @MayBeNull UUID primaryBefore,
        @MayBeNull Instant endedAt,
        @MayBeNull UUID endedBy,
        @MayBeNull String endedByName,
        @MayBeNull Integer version) {

    static LinkView full(StudentGuardian link) {
        return of(link, true);
    }

    static LinkView limited(StudentGuardian link, boolean taught, UUID reader) {
        if (reader.equals(link.guardian.userId)) {
            return of(link, false);
        }
        return new LinkView(
                null,
                null,
                null,
                null,
                link.guardian.fullName,
                taught ? link.guardian.phone : null,
                null,
                link.relationship,
                null,
                null,
                null,
                null,
                null,
                null,
                taught ? link.emergencyContact : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * @param all whether the reader may read the whole school; guardians never see their restriction, nor that there was or will
     *     be one
     */
    private static LinkView of(StudentGuardian link, boolean all) {
        return new LinkView(
                link.id,
                link.guardian.id,
                all ? link.guardian.documentType.name() : null,
                all ? link.guardian.documentNumber : null,
                link.guardian.fullName,
                link.guardian.phone,
                link.guardian.email,
                link.relationship,
                link.primary,
                link.priority,
                link.legalRepresentative,
                link.hasCustody,
                link.portalAccess,
                link.canPickup,
                link.emergencyContact,
                all ? RestrictionView.of(link.restriction()) : null,
                link.active,
                all ? link.guardian.userId : null,
                all ? link.differences : null,
                all ? link.otherLinks : null,
                all ? link.primaryBefore : null,
                all ? link.endedAt : null,
                all ? link.endedBy : null,
                all ? link.endedByName : null,
                all ? link.version : null);
    }
}
