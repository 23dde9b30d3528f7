package org.athena.platform.supabase;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** The calls to Supabase Auth's admin routes. Only this class uses the service key. */
@ApplicationScoped
class SupabaseAdmin {

    private static final Logger LOG = Logger.getLogger(SupabaseAdmin.class);

    private final SupabaseAdminApi api;
    private final Optional<String> serviceKey;

    SupabaseAdmin(
            @RestClient SupabaseAdminApi api,
            @ConfigProperty(name = "athena.supabase.service-role-key") Optional<String> serviceKey) {
        this.api = api;
        this.serviceKey = serviceKey;
    }

    boolean hasKey() {
        return serviceKey.isPresent();
    }

    /** Makes an account without a password, whose e-mail counts as confirmed. */
    Response create(UUID id, String email) {
        return api.create(key(), bearer(), Map.of("id", id.toString(), "email", email, "email_confirm", true));
    }

    Response get(UUID id) {
        return api.get(key(), bearer(), id);
    }

    Response update(UUID id, Map<String, Object> change) {
        return api.update(key(), bearer(), id, change);
    }

    /** @param page where the link of the mail leads; empty for the page that is set at Supabase */
    Response recover(String email, Optional<String> page) {
        return api.recover(key(), page.orElse(null), Map.of("email", email));
    }

    private String key() {
        return serviceKey
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAVAILABLE,
                        "The service cannot make accounts, because SUPABASE_SERVICE_ROLE_KEY is not set."))
                .strip();
    }

    private String bearer() {
        return "Bearer " + key();
    }

    static ProblemException unavailable(String reason) {
        LOG.warnf("Supabase's admin routes did not answer: %s", reason);
        return new ProblemException(ProblemCode.UNAVAILABLE, "Supabase cannot be reached right now. Try again shortly.")
                .header("Retry-After", "5");
    }
}
