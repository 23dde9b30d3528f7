package org.athena.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.names.EMail;
import org.athena.platform.names.PersonName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be changed of a person.
 *
 * @param status a school switches an account off and on for itself alone, the platform for all schools
 * @param email where Supabase reaches them; only the platform changes it
 * @param isSuperadmin the platform flag; only a superadmin with a second factor sets it
 */
@Schema(name = "UserData")
record UserData(
        @NotNull @EMail @Size(min = 3, max = 320) @Schema(format = "email", examples = "ana@colegio.example")
        String email,

        @NotNull @PersonName @Size(max = 200) String fullName,
        @NotNull User.Status status,
        @NotNull Boolean isSuperadmin) {

    /** @param shown the state of the account as the caller sees it */
    static UserData of(User user, User.Status shown) {
        return new UserData(user.email, user.fullName, shown, user.superadmin);
    }
}
