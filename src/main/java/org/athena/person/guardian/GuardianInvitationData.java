package org.athena.person.guardian;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose guardians are invited.
 *
 * @param classSectionIds sections of the school
 * @param confirmedMembers people who work in the school and are guardians indeed
 * @param listHash what the caller has seen; null for a caller who has not looked
 */
@Schema(name = "GuardianInvitationData")
record GuardianInvitationData(
        @NotEmpty @Size(max = 100, message = "must name at most {max} sections") List<@NotNull(message = "must not be null") UUID> classSectionIds,

        @Size(max = 1000, message = "must name at most {max} members") @Schema(
                description =
                        "User ids out of members of the answer: those who work in the school and may be asked whether"
                                + " they are the guardian. Others who work there are not asked")
        List<@NotNull(message = "must not be null") UUID> confirmedMembers,

        @Size(min = SeenList.LENGTH, max = SeenList.LENGTH) @Schema(
                description =
                        "list_hash of the dry run. Nobody is invited when the guardians or their e-mails have changed since")
        String listHash) {

    GuardianInvitationData {
        confirmedMembers = confirmedMembers == null ? List.of() : confirmedMembers;
    }

    Set<UUID> confirmed() {
        return Set.copyOf(confirmedMembers);
    }
}
