package org.athena.platform.supabase;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;

/** Gives accounts a password that their owner chose. Neither the password nor Supabase's answer is logged. */
@ApplicationScoped
public class SupabasePasswords {

    private final SupabaseAdmin admin;

    SupabasePasswords(SupabaseAdmin admin) {
        this.admin = admin;
    }

    /**
     * Sets the password in the place of any that the account had. Supabase ends all sessions of the account.
     *
     * @throws ProblemException 400 at {@code password} when Supabase refuses it, 409 when there is no such account, 503 when Supabase
     *     did not answer; the same call again is safe
     */
    public void set(UUID account, String password) {
        try (Response response = admin.update(account, Map.of("password", password))) {
            check(response.getStatus(), String.valueOf(response.getHeaderString("x-sb-error-code")));
        } catch (ProcessingException e) {
            throw SupabaseAdmin.unavailable(e.getClass().getSimpleName());
        }
    }

    private static void check(int status, String code) {
        switch (status) {
            case 200 -> {}
            case 400, 422 -> throw refusal(code);
            case 404 ->
                throw SupabaseConflicts.NO_ACCOUNT
                        .saying("Supabase does not have this account any more.")
                        .problem();
            default -> throw SupabaseAdmin.unavailable("status " + status);
        }
    }

    private static ProblemException refusal(String code) {
        return switch (code) {
            case "weak_password" ->
                refusal(
                        FaultCode.WEAK_PASSWORD,
                        "is too weak for Supabase: choose a longer one with more kinds of characters");
            case "same_password" -> refusal(FaultCode.SAME_PASSWORD, "must be another one than before");
            default -> refusal(FaultCode.NOT_ACCEPTED, "is not accepted by Supabase");
        };
    }

    private static ProblemException refusal(FaultCode code, String message) {
        return ProblemException.invalid("password", "body", code, message);
    }
}
