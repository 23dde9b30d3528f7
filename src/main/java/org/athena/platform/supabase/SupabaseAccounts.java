package org.athena.platform.supabase;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Creates and reads accounts at Supabase Auth. */
@ApplicationScoped
public class SupabaseAccounts {

    private static final Logger LOG = Logger.getLogger(SupabaseAccounts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An account with all its identities is a few KiB. */
    private static final int MAX_BYTES = 64 * 1024;

    /** The outcome of a request for an account. */
    public enum Outcome {
        /** The account exists as requested. */
        DONE,
        /** Another account has the e-mail. */
        EMAIL_TAKEN,
        /** Supabase refuses it, for example because of its e-mail. */
        REFUSED
    }

    /**
     * @param id the account's id
     * @param email the account's e-mail
     * @param confirmed whether the owner has confirmed the e-mail
     */
    public record Account(UUID id, String email, boolean confirmed) {}

    private final SupabaseAdmin admin;

    SupabaseAccounts(SupabaseAdmin admin) {
        this.admin = admin;
    }

    /**
     * Creates an account with an id that the service chooses, so that an interrupted attempt can be found again. It has no
     * password: the person sets one by the recovery mail, which proves that the e-mail is theirs.
     * @throws ProblemException 503 when Supabase did not answer; the same call again is safe
     */
    public Outcome create(UUID id, String email) {
        Outcome outcome = has(id, email) ? Outcome.DONE : make(id, email);
        // Also for an existing account, because an earlier attempt may have ended before its mail.
        if (outcome == Outcome.DONE && !mailed(email)) {
            LOG.warn("Supabase did not send a new person their mail");
        }
        return outcome;
    }

    private Outcome make(UUID id, String email) {
        try (Response response = admin.create(id, email)) {
            // When two attempts run at the same time, Supabase refuses one: with 422, or with 500 when both passed its
            // check.
            boolean refused = response.getStatus() == 422 || response.getStatus() == 500;
            return refused && has(id, email) ? Outcome.DONE : outcome(response);
        } catch (ProcessingException e) {
            throw SupabaseAdmin.unavailable(e.toString());
        }
    }

    boolean has(UUID id, String email) {
        return find(id).filter(known -> known.email().equalsIgnoreCase(email)).isPresent();
    }

    private static Outcome outcome(Response response) {
        int status = response.getStatus();
        String code = response.getHeaderString("x-sb-error-code");
        if (status == 200 || status == 201) {
            return Outcome.DONE;
        }
        if (status == 422 && ("email_exists".equals(code) || "user_already_exists".equals(code))) {
            return Outcome.EMAIL_TAKEN;
        }
        if ((status == 400 || status == 422) && code != null) {
            LOG.infof("Supabase refused an account: %s", code);
            return Outcome.REFUSED;
        }
        throw SupabaseAdmin.unavailable("status " + status);
    }

    /** The account with that id. */
    public Optional<Account> find(UUID id) {
        try (Response response = admin.get(id)) {
            if (response.getStatus() == 404) {
                return Optional.empty();
            }
            if (response.getStatus() != 200) {
                throw SupabaseAdmin.unavailable("status " + response.getStatus());
            }
            JsonNode account = json(response);
            return Optional.of(new Account(
                    UUID.fromString(account.path("id").asText()),
                    account.path("email").asText(),
                    account.hasNonNull("email_confirmed_at")));
        } catch (ProcessingException | IOException | IllegalArgumentException e) {
            // The answer is not repeated, because it may contain personal data.
            throw SupabaseAdmin.unavailable(e.getClass().getSimpleName());
        }
    }

    private static JsonNode json(Response response) throws IOException {
        return JSON.readTree(BoundedBody.read(response, MAX_BYTES));
    }

    /**
     * Changes the e-mail of an account. Whether the e-mail is confirmed does not change.
     *
     * @return false when another account has the e-mail
     * @throws ProblemException 409 when there is no such account, 400 when Supabase does not take the e-mail, 503 when Supabase
     *     did not answer; the same call again is safe
     */
    public boolean changeEmail(UUID id, String email) {
        Account account = find(id).orElseThrow(SupabaseConflicts.NO_ACCOUNT::problem);
        if (account.email().equalsIgnoreCase(email)) {
            return true;
        }
        try (Response response = admin.update(id, Map.of("email", email))) {
            return switch (outcome(response)) {
                case DONE -> true;
                case EMAIL_TAKEN -> false;
                case REFUSED ->
                    throw ProblemException.invalid(
                            "email", "body", FaultCode.NOT_ACCEPTED, "is not accepted by Supabase");
            };
        } catch (ProcessingException e) {
            throw SupabaseAdmin.unavailable(e.toString());
        }
    }

    /**
     * Writes the hint for the page. No right depends on it, so a failure is only logged.
     *
     * @param roles the person's roles in the school now; an empty list removes a hint to this school
     */
    public void hint(UUID id, UUID school, List<String> roles) {
        if (!admin.hasKey()) {
            return;
        }
        try {
            if (!roles.isEmpty()) {
                write(id, school.toString(), roles);
            } else if (school.toString().equals(hintedSchool(id))) {
                write(id, null, null);
            }
        } catch (ProcessingException | IOException e) {
            LOG.info("the hint about a membership could not be sent");
        }
    }

    private String hintedSchool(UUID id) throws IOException {
        try (Response response = admin.get(id)) {
            return response.getStatus() == 200
                    ? json(response).at("/app_metadata/school_id").asText()
                    : "";
        }
    }

    private void write(UUID id, String school, List<String> roles) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("school_id", school);
        metadata.put("roles", roles);
        try (Response response = admin.update(id, Map.of("app_metadata", metadata))) {
            if (response.getStatus() != 200) {
                LOG.infof("the hint about a membership was not taken: status %d", response.getStatus());
            }
        }
    }

    private boolean mailed(String email) {
        try (Response response = admin.recover(email, Optional.empty())) {
            return response.getStatus() == 200;
        } catch (ProcessingException e) {
            return false;
        }
    }
}
