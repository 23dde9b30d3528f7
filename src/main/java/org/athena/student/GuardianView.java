package org.athena.student;

import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A guardian of a student, with the fields that the reader may see. */
@Schema(name = "Guardian")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuardianView(
        @MayBeNull UUID id,

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
        @MayBeNull Restriction restriction,
        @MayBeNull Boolean isActive,
        @MayBeNull UUID userId) {

    static GuardianView full(StudentGuardian link) {
        return of(link, GuardianData.of(link), true);
    }

    static GuardianView limited(StudentGuardian link, boolean taught, UUID reader) {
        GuardianData data = GuardianData.of(link);
        if (reader.equals(link.guardian.userId)) {
            return of(link, data, false);
        }
        return new GuardianView(
                null,
                null,
                null,
                data.fullName(),
                taught ? data.phone() : null,
                null,
                data.relationship(),
                null,
                null,
                null,
                null,
                null,
                null,
                taught ? data.isEmergencyContact() : null,
                null,
                null,
                null);
    }

    /**
     * @param all whether the reader may read the whole school; guardians never see their restriction, nor that there was or will
     *     be one
     */
    private static GuardianView of(StudentGuardian link, GuardianData data, boolean all) {
        return new GuardianView(
                link.guardian.id,
                all ? data.documentType().name() : null,
                all ? data.documentNumber() : null,
                data.fullName(),
                data.phone(),
                data.email(),
                data.relationship(),
                data.isPrimary(),
                data.priority(),
                data.isLegalRepresentative(),
                data.hasCustody(),
                data.portalAccess(),
                data.canPickup(),
                data.isEmergencyContact(),
                all ? data.restriction() : null,
                data.isActive(),
                all ? data.userId() : null);
    }
}
