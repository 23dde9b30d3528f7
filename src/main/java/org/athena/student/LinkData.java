package org.athena.student;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;
import org.athena.platform.json.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a guardian is to one student.
 *
 * @param restrictionLiftReason why a restriction is lifted or shortened; sent then and never otherwise
 */
@Schema(name = "LinkData")
record LinkData(
        @NotNull @OneLine @Size(max = 40) String relationship,
        Boolean isPrimary,
        @Min(1) @Max(99) Integer priority,
        Boolean isLegalRepresentative,
        Boolean hasCustody,
        Boolean portalAccess,
        Boolean canPickup,
        Boolean isEmergencyContact,

        @Clearable
        @Valid @Schema(
                description =
                        "Members that are left out stay; null lifts it. Lifting and shortening need restriction_lift_reason")
        Restriction restriction,

        @Filled
        @Size(max = 300) @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Why the restriction is lifted or shortened. It stands in the audit log, so it must not repeat the restriction")
        String restrictionLiftReason,

        Boolean isActive) {

    static LinkData of(StudentGuardian link) {
        return new LinkData(
                link.relationship,
                link.primary,
                link.priority,
                link.legalRepresentative,
                link.hasCustody,
                link.portalAccess,
                link.canPickup,
                link.emergencyContact,
                link.restriction(),
                null,
                link.active);
    }
}
