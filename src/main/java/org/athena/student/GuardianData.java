package org.athena.student;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.EMail;
import org.athena.platform.names.PersonName;
import org.athena.platform.names.PhoneNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What may be changed of a guardian, who is one person for all their children.
 *
 * @param anotherPerson sent with a change, and not kept
 */
@Schema(name = "GuardianData")
@Documented.NumberAllowed
record GuardianData(
        @NotNull DocumentType documentType,

        @NotNull @Size(max = 60) @DocumentNumber @Schema(description = "As a student's")
        String documentNumber,

        @NotNull @PersonName @Size(max = 200) String fullName,
        @Clearable @PhoneNumber @Size(max = 40) String phone,

        @Clearable @EMail @Size(min = 3, max = 320) @Schema(format = "email")
        String email,

        @Clearable @Schema(description = "The guardian's account; setting it needs manage:users")
        UUID userId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = NewGuardian.ANOTHER)
        Boolean anotherPerson)
        implements Documented {

    Document document() {
        return Document.of(documentType, documentNumber);
    }

    static GuardianData of(Guardian guardian) {
        return new GuardianData(
                guardian.documentType,
                guardian.documentNumber,
                guardian.fullName,
                guardian.phone,
                guardian.email,
                guardian.userId,
                null);
    }
}
