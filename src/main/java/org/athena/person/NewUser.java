package org.athena.person;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.CodeOf;
import org.athena.platform.names.EMail;
import org.athena.platform.names.PersonName;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person to add to the school. They set their password through a mail: somebody who chose it for them could sign in as them,
 * also to their other schools.
 */
@Schema(name = "NewUser")
record NewUser(
        @NotNull @EMail @Size(min = 3, max = 320) @Schema(format = "email", examples = "ana@colegio.example")
        String email,

        @NotNull @PersonName @Size(max = 200) String fullName,

        @CodeOf(Role.class) @NotEmpty @Size(max = 7, message = "must name at most {max} roles") List<@NotNull(message = "must not be null") String> roles) {

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
