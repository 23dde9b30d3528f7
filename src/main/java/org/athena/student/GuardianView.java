package org.athena.student;

import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guardian, who is one person for all their children. */
@Schema(name = "Guardian")
record GuardianView(
        UUID id,
        DocumentType documentType,
        @Schema(maxLength = 20) String documentNumber,
        String fullName,
        @MayBeNull String phone,
        @MayBeNull String email,
        @MayBeNull UUID userId,
        int version) {

    static GuardianView of(Guardian guardian) {
        return new GuardianView(
                guardian.id,
                guardian.documentType,
                guardian.documentNumber,
                guardian.fullName,
                guardian.phone,
                guardian.email,
                guardian.userId,
                guardian.version);
    }
}
