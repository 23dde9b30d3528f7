package org.athena.platform.start;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.athena.platform.settings.LiteralValues;
import org.athena.platform.settings.VariableNames;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/** Refuses settings of Quarkus that would switch off protections of a packaged service. */
record QuarkusChecks(SmallRyeConfig config) {

    private static final Map<String, String> OURS = new TreeMap<>(Map.of(
            "quarkus.datasource.jdbc.url", "DATABASE_URL",
            "quarkus.datasource.username", "DATABASE_URL",
            "quarkus.datasource.replica.jdbc.url", "DATABASE_READ_URL",
            "quarkus.http.proxy.proxy-address-forwarding", "ATHENA_TRUSTED_PROXIES",
            "quarkus.http.proxy.trusted-proxies", "ATHENA_TRUSTED_PROXIES"));

    List<String> faults() {
        Findings findings = new Findings()
                .when(
                        !config.getProfiles().equals(List.of("prod")),
                        "QUARKUS_PROFILE must be prod, or not be set: the profiles of development switch protections off")
                .when(
                        port("quarkus.http.port") != 0 && port("quarkus.http.port") == port("quarkus.management.port"),
                        "PORT and MANAGEMENT_PORT are the same port: the API and the management interface must not share one");
        OURS.forEach((setting, variable) -> findings.and(overriding(setting, variable)));
        return findings.all();
    }

    /** With such a setting, the checks of the variable would not be about the value that is used. */
    private Optional<String> overriding(String setting, String variable) {
        ConfigValue value = config.getConfigValue(setting);
        return value.getValue() != null && value.getConfigSourceOrdinal() > LiteralValues.DERIVED_ORDINAL
                ? Optional.of(
                        VariableNames.ofQuarkus(setting) + " is set and would override " + variable + ": remove it")
                : Optional.empty();
    }

    private int port(String setting) {
        return config.getOptionalValue(setting, Integer.class).orElse(0);
    }
}
