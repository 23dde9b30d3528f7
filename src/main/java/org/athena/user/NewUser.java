package org.athena.user;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A person to add to the school.
 *
 * @param id an account that exists at Supabase and has no person here yet; left out for a new account
 * @param password the first password; left out, the person sets one through a mail
 */
@Schema(name = "NewUser")
record NewUser(
        UUID id,

        @NotNull @Email @Size(min = 3, max = 320) @Schema(examples = "ana@colegio.example")
        String email,

        @NotBlank @Size(max = 200) String fullName,
        @NotEmpty @Size(max = 6) List<@NotNull String> roles,
        @Size(min = 8, max = 72) String password) {

    /** What a repetition of the request must agree in; the password is kept nowhere, not even in a hash. */
    @JsonIgnore
    NewUser withoutPassword() {
        return new NewUser(id, email, fullName, roles, null);
    }

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
