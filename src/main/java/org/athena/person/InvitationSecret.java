package org.athena.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.athena.person.mail.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The secret from the mail of an invitation. */
@Schema(name = "InvitationSecret")
record InvitationSecret(
        @NotBlank @Size(max = 100) @Schema(examples = "9Q1mZkD0Z8m3c7n5sX2b4A")
        String secret) {

    Secret value() {
        return new Secret(secret.strip());
    }

    @Override
    public String toString() {
        return "InvitationSecret[…]";
    }
}
