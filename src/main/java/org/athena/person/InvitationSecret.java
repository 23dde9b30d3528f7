package org.athena.person;

import java.nio.charset.StandardCharsets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.athena.person.mail.Secret;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The secret from the mail of an invitation.
 *
 * @param password what an account that is not known here gets as its password
 */
@Schema(name = "InvitationSecret")
record InvitationSecret(
        @NotBlank @Size(max = 100) @Schema(examples = "9Q1mZkD0Z8m3c7n5sX2b4A")
        String secret,

        @Size(min = MIN_PASSWORD, max = MAX_PASSWORD_BYTES) @Schema(
                description =
                        "For an account that is not known here and is not signed in with a password: the password that"
                                + " it gets. At most 72 bytes in UTF-8")
        String password) {

    private static final int MIN_PASSWORD = 8;
    /** Supabase hashes passwords by bcrypt, which reads no more. */
    private static final int MAX_PASSWORD_BYTES = 72;

    Secret value() {
        return new Secret(secret.strip());
    }

    /**
     * The password for an account that must get one.
     *
     * @throws ProblemException 400 when there is none, or it is too long
     */
    String newPassword() {
        if (password == null) {
            throw ProblemException.invalid(
                    "password",
                    "body",
                    FaultCode.REQUIRED,
                    "must have a value, because the account is new here: it replaces any password that somebody else chose");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
            throw ProblemException.invalid(new Violation(
                            "password",
                            "body",
                            "must have at most " + MAX_PASSWORD_BYTES + " bytes",
                            FaultCode.TOO_MANY_BYTES)
                    .with("max", MAX_PASSWORD_BYTES));
        }
        return password;
    }

    @Override
    public String toString() {
        return "InvitationSecret[…]";
    }
}
