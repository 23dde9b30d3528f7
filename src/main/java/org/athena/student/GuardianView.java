package org.athena.student;

import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.athena.platform.row.ShowsOthers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @MayBeNull List<ChildLink> children,

        int version)
        implements ShowsOthers {

    /** Imports link known people, and taking them back ends it, without a change of the person. */
    @Override
    public List<ChildLink> others() {
        return children;
    }

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
