package org.athena.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athena.platform.identity.AuthConfig;

import io.smallrye.config.SmallRyeConfig;

/**
 * All checks of a serving instance's settings that do not need the database.
 *
 * @param config the configuration with the variables
 * @param auth the secrets and keys that apply
 */
record ServingChecks(SmallRyeConfig config, AuthConfig auth) {

    private static final String SECOND_FACTOR = "athena.tenancy.superadmin-needs-second-factor";

    /** The faults that refuse the start, each once. */
    List<String> faults() {
        return Stream.of(
                        keys().faults(),
                        addresses().faults(),
                        new ProxyChecks(variable("ATHENA_TRUSTED_PROXIES")).faults(),
                        cors().faults(),
                        new QuarkusChecks(config).faults())
                .flatMap(List::stream)
                .toList();
    }

    /** Settings that may be intended, but need a second look. */
    List<String> warnings() {
        return Stream.of(keys().warnings(), addresses().warnings(), cors().warnings(), ownWarnings())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> ownWarnings() {
        boolean secondFactor =
                config.getOptionalValue(SECOND_FACTOR, Boolean.class).orElse(true);
        return new Findings()
                .when(
                        auth.jwtSecret().isPresent() && auth.supabaseUrl().isPresent(),
                        "both JWT_SECRET and published keys are accepted: retire the secret when the rotation is over")
                .when(
                        variable("ATHENA_PAGE_URL").isEmpty(),
                        "ATHENA_PAGE_URL is not set: the mails of invitations do not lead to them")
                .when(
                        !secondFactor,
                        "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR is off: the password of a superadmin alone opens every"
                                + " school")
                .all();
    }

    private KeyChecks keys() {
        return new KeyChecks(
                auth.jwtSecret(), auth.jwtSecretPrevious(), auth.anonKey(), variable("SUPABASE_SERVICE_ROLE_KEY"));
    }

    private AddressChecks addresses() {
        return new AddressChecks(auth.supabaseUrl(), variable("ATHENA_SUPABASE_TLS"), auth.issuer());
    }

    private CorsChecks cors() {
        return new CorsChecks(
                variable("ATHENA_CORS_ORIGINS"),
                config.getOptionalValue("ATHENA_CORS_CREDENTIALS", Boolean.class)
                        .orElse(false));
    }

    private Optional<String> variable(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "ServingChecks[…]";
    }
}
