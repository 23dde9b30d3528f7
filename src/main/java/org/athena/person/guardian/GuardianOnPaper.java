package org.athena.person.guardian;

import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guardian to whom no mail can be sent.
 *
 * @param reason {@code no_email}, {@code shared_email} or {@code own_email}
 * @param children the names of the students in the sections
 */
@Schema(name = "GuardianOnPaper")
record GuardianOnPaper(
        UUID guardianId, String fullName, @MayBeNull String phone, Reachable reason, List<String> children) {

    static GuardianOnPaper of(GuardianContact guardian) {
        return new GuardianOnPaper(
                guardian.id(), guardian.fullName(), guardian.phone(), guardian.reach(), guardian.children());
    }
}
