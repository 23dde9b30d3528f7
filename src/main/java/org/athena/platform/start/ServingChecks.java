package org.athena.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athena.platform.identity.AuthConfig;

import io.smallrye.config.SmallRyeConfig;

/**
 * Everything that the settings of a serving instance are asked, whatever the database says later.
 *
 * @param config where the variables are
 * @param auth secrets and keys as they are in force
 */
record ServingChecks(SmallRyeConfig config, AuthConfig auth) {

    private static final String SECOND_FACTOR = "athena.tenancy.superadmin-needs-second-factor";

    /** What nobody may be served with, each fault once. */
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

    /** What may be meant, and is worth a second look. */
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
