package org.athena.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be changed of a person.
 *
 * @param isSuperadmin the platform flag; only a superadmin with a second factor sets it
 */
@Schema(name = "UserData")
record UserData(
        @NotBlank @Size(max = 200) String fullName,
        @NotNull User.Status status,
        @NotNull Boolean isSuperadmin) {

    static UserData of(User user) {
        return new UserData(user.fullName, user.status, user.superadmin);
    }
}
