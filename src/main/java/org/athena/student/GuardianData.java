package org.athena.student;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.PersonName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guardian in a request. A guardian whom the school already has, with the same document, is updated and linked. Fields that are
 * left out stay as they are; in a new link, rights that are left out are not granted.
 */
@Schema(name = "GuardianData")
@Documented.NumberAllowed
public record GuardianData(
        @NotNull DocumentType documentType,

        @NotNull @Size(max = 60) @DocumentNumber @Schema(description = "As a student's")
        String documentNumber,

        @NotNull @PersonName @Size(max = 200) String fullName,
        @Clearable @Filled @Size(max = 40) String phone,
        @Clearable @Email @Size(min = 3, max = 320) String email,
        @NotNull @Filled @Size(max = 40) String relationship,
        Boolean isPrimary,
        @Min(1) @Max(99) Integer priority,
        Boolean isLegalRepresentative,
        Boolean hasCustody,
        Boolean portalAccess,
        Boolean canPickup,
        Boolean isEmergencyContact,
        @Clearable @Valid Restriction restriction,
        Boolean isActive,

        @Clearable @Schema(description = "The guardian's account; setting it needs manage:users")
        UUID userId)
        implements Documented {

    public Document document() {
        return Document.of(documentType, documentNumber);
    }

    static GuardianData of(StudentGuardian link) {
        Guardian guardian = link.guardian;
        return new GuardianData(
                guardian.documentType,
                guardian.documentNumber,
                guardian.fullName,
                guardian.phone,
                guardian.email,
                link.relationship,
                link.primary,
                link.priority,
                link.legalRepresentative,
                link.hasCustody,
                link.portalAccess,
                link.canPickup,
                link.emergencyContact,
                link.restriction(),
                link.active,
                guardian.userId);
    }
}
