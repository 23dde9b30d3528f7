package org.athena.person;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.CodeOf;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A membership in a request. */
@Schema(name = "MembershipData")
record MembershipData(
        @CodeOf(Role.class)
        @NotEmpty @Size(max = 7, message = "must name at most {max} roles") @Schema(examples = "[\"teacher\"]")
        List<@NotNull(message = "must not be null") String> roles,

        SchoolMembership.Status status) {

    static MembershipData of(SchoolMembership membership) {
        return new MembershipData(List.copyOf(membership.roles), membership.status);
    }
}
