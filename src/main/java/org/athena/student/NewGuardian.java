package org.athena.student;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.OneLine;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.EMail;
import org.athena.platform.names.PersonName;
import org.athena.platform.names.PhoneNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guardian to link to a student: the person, and what they are to the student. A person whom the school already has, with the
 * same document, is linked as they are. Rights that are left out are not granted.
 */
@Schema(name = "NewGuardian")
@Documented.NumberAllowed
public record NewGuardian(
        @NotNull DocumentType documentType,

        @NotNull @Size(max = 60) @DocumentNumber @Schema(description = "As a student's")
        String documentNumber,

        @NotNull @PersonName @Size(max = 200) String fullName,
        @Clearable @PhoneNumber @Size(max = 40) String phone,

        @Clearable @EMail @Size(min = 3, max = 320) @Schema(format = "email")
        String email,

        @Clearable @Schema(description = "The guardian's account; setting it needs manage:users")
        UUID userId,

        @NotNull @OneLine @Size(max = 40) String relationship,
        Boolean isPrimary,
        @Min(1) @Max(99) Integer priority,
        Boolean isLegalRepresentative,
        Boolean hasCustody,
        Boolean portalAccess,
        Boolean canPickup,
        Boolean isEmergencyContact,

        @Clearable @Valid @Schema(description = "Without one, the restriction that stands for the person is taken over")
        Restriction restriction,

        Boolean isActive,

        @Schema(description = NewGuardian.ANOTHER) Boolean anotherPerson)
        implements Documented {

    static final String ANOTHER =
            "Whether a person who looks like a guardian under a restriction is somebody else. The audit log keeps who said so";

    public Document document() {
        return Document.of(documentType, documentNumber);
    }

    GuardianData person() {
        return new GuardianData(documentType, documentNumber, fullName, phone, email, userId, anotherPerson);
    }

    LinkData link() {
        return new LinkData(
                relationship,
                isPrimary,
                priority,
                isLegalRepresentative,
                hasCustody,
                portalAccess,
                canPickup,
                isEmergencyContact,
                restriction,
                null,
                isActive);
    }
}
