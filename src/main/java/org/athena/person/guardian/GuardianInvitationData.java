package org.athena.person.guardian;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose guardians are invited.
 *
 * @param classSectionIds sections of the school
 */
@Schema(name = "GuardianInvitationData")
record GuardianInvitationData(
        @NotEmpty @Size(max = 100, message = "must name at most {max} sections") List<@NotNull(message = "must not be null") UUID> classSectionIds) {}
