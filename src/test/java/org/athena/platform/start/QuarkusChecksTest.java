package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.athena.platform.database.DatabaseUrlConfigSource;
import org.athena.platform.identity.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class QuarkusChecksTest {

    private static final String URL = "postgresql://svc:p@127.0.0.1/d";

    @Test
    void aPackagedServiceAsItShouldBePasses() {
        assertThat(faults("prod", Map.of())).isEmpty();
        assertThat(faults("prod", Map.of("ATHENA_TRUSTED_PROXIES", "10.0.0.7", "DATABASE_READ_URL", URL)))
                .isEmpty();
        assertThat(faults("prod", Map.of("PORT", "0", "MANAGEMENT_PORT", "0"))).isEmpty();
    }

    /** Superadmins need no second factor in dev mode, and its stand-ins sign in whom they like. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "staging", "dev,prod", "prod,dev", "PROD"})
    void anyOtherProfileIsRefused(String profile) {
        assertThat(faults(profile, Map.of()))
                .containsExactly(
                        "QUARKUS_PROFILE must be prod, or not be set: the profiles of development switch protections"
                                + " off");
    }

    @ParameterizedTest
    @CsvSource({"7000, 7000", "9000, ", ", 8080"})
    void theApiAndTheOperatorDoNotShareAPort(String port, String managementPort) {
        Map<String, String> variables = new HashMap<>();
        if (port != null) {
            variables.put("PORT", port);
        }
        if (managementPort != null) {
            variables.put("MANAGEMENT_PORT", managementPort);
        }
        assertThat(faults("prod", variables))
                .containsExactly(
                        "PORT and MANAGEMENT_PORT are the same port: the API and the management interface must not share one");
    }

    /** What is checked about our variables would say nothing about what is used. */
    @ParameterizedTest
    @CsvSource({
        "QUARKUS_DATASOURCE_JDBC_URL, jdbc:postgresql://elsewhere/d, DATABASE_URL",
        "QUARKUS_DATASOURCE_USERNAME, owner, DATABASE_URL",
        "QUARKUS_DATASOURCE_REPLICA_JDBC_URL, jdbc:postgresql://e/d, DATABASE_READ_URL",
        "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING, true, ATHENA_TRUSTED_PROXIES",
        "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES, 0.0.0.0/0, ATHENA_TRUSTED_PROXIES"
    })
    void noSettingOfQuarkusGoesAroundAVariable(String name, String value, String variable) {
        assertThat(faults("prod", Map.of(name, value)))
                .containsExactly(name + " is set and would override " + variable + ": remove it");
    }

    private static List<String> faults(String profiles, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("DATABASE_URL", URL));
        all.putAll(variables);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile(profiles)
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withSources(new EnvConfigSource(all, 300))
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.http.port",
                                "${PORT:8080}",
                                "quarkus.management.port",
                                "${MANAGEMENT_PORT:9000}"),
                        "application.properties",
                        250))
                .withSources(new DatabaseUrlConfigSource(), new TrustedProxies())
                .build();
        return new QuarkusChecks(config).faults();
    }
}
