package org.athena.platform.supabase;

import java.io.IOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what the project allows to somebody who signs up ({@code GET /auth/v1/settings}). */
@ApplicationScoped
public class SignUpSettings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 64 * 1024;

    /**
     * @param confirmsByItself whether an e-mail counts as confirmed without a mail ({@code mailer_autoconfirm})
     * @param open whether anybody may sign up ({@code disable_signup} is off)
     */
    public record SignUp(boolean confirmsByItself, boolean open) {}

    private final SupabaseAuthApi supabase;
    private final Optional<String> anonKey;

    SignUpSettings(
            @RestClient SupabaseAuthApi supabase,
            @ConfigProperty(name = "athena.auth.anon-key") Optional<String> anonKey) {
        this.supabase = supabase;
        this.anonKey = anonKey;
    }

    /** The settings; empty when the project does not tell them. */
    public Optional<SignUp> read() {
        try (Response response = supabase.settings(anonKey.orElse(""))) {
            return response.getStatus() == 200
                    ? signUp(JSON.readTree(BoundedBody.read(response, MAX_BYTES)))
                    : Optional.empty();
        } catch (ProcessingException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<SignUp> signUp(JsonNode settings) {
        JsonNode confirmed = settings.path("mailer_autoconfirm");
        return confirmed.isBoolean()
                ? Optional.of(new SignUp(
                        confirmed.booleanValue(),
                        !settings.path("disable_signup").asBoolean()))
                : Optional.empty();
    }
}
