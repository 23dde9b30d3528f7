package org.athena.student;

import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A guardian, who is one person for all their children.
 *
 * @param children the students to whom the person is linked; only where one guardian is answered
 */
@Schema(name = "Guardian")
record GuardianView(
        UUID id,
        DocumentType documentType,
        @Schema(maxLength = 20) String documentNumber,
        String fullName,
        @MayBeNull String phone,
        @MayBeNull String email,
        @MayBeNull UUID userId,

        @MayBeNull @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ChildLink> children,

        int version) {

    /** The person with their children. */
    static GuardianView withChildren(Guardian guardian) {
        return of(guardian, ChildLink.of(guardian.links));
    }

    static GuardianView of(Guardian guardian) {
        return of(guardian, null);
    }

    private static GuardianView of(Guardian guardian, List<ChildLink> children) {
        return new GuardianView(
                guardian.id,
                guardian.documentType,
                guardian.documentNumber,
                guardian.fullName,
                guardian.phone,
                guardian.email,
                guardian.userId,
                children,
                guardian.version);
    }
}
