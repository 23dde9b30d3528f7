package org.athena.person.guardian;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guardian whose e-mail somebody else than the caller has changed since the guardian was added.
 *
 * @param children the names of the students in the sections
 * @param emailBefore null when the guardian had none
 * @param changedByName null for somebody whom the reader may not see, the platform for example
 */
@Schema(name = "GuardianEMailChange")
record GuardianEMailChange(
        UUID guardianId,
        String fullName,
        List<String> children,
        String email,
        @MayBeNull String emailBefore,
        @MayBeNull UUID changedBy,
        @MayBeNull String changedByName,
        Instant changedAt) {

    @Override
    public String toString() {
        return "GuardianEMailChange[" + guardianId + "]";
    }
}
