package org.athena.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import org.athena.platform.database.DatabaseUrlConfigSource;
import org.athena.platform.identity.TrustedProxies;
import org.athena.platform.tracing.TraceSettings;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class VariableNamesTest {

    private static final Pattern FILLED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):.*");

    @TempDir
    Path directory;

    @Test
    void aSettingThatAVariableFillsHasItsName() throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        for (String setting : properties.stringPropertyNames()) {
            var filled = FILLED.matcher(properties.getProperty(setting));
            if (filled.matches()) {
                assertThat(VariableNames.of(setting)).as(setting).isEqualTo(filled.group(1));
            }
        }
    }

    /** What our own sources make of a variable, besides what they only switch on with it. */
    @Test
    void aSettingThatIsMadeOfAVariableHasItsName() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "a word");
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", "postgres://a:b@h/d",
                "DATABASE_READ_URL", "postgres://a:b@r/d",
                "ATHENA_TRUSTED_PROXIES", "10.0.0.1",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"));
        assertDerivedNamesAreKnown(environment);
        environment.put("DATABASE_PASSWORD_FILE", file.toString());
        assertDerivedNamesAreKnown(environment);
    }

    private static void assertDerivedNamesAreKnown(Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new DatabaseUrlConfigSource(), new TrustedProxies(), new TraceSettings())
                .build();
        for (ConfigSource source : config.getConfigSources()) {
            if (source.getOrdinal() == LiteralValues.DERIVED_ORDINAL) {
                assertThat(source.getProperties().entrySet())
                        .filteredOn(setting -> !setting.getValue().matches("true|false"))
                        .isNotEmpty()
                        .allSatisfy(setting ->
                                assertThat(Settings.variables()).contains(VariableNames.of(setting.getKey())));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "athena.auth.leeway, ATHENA_AUTH_LEEWAY",
        "athena.database.replica-max-lag, ATHENA_DATABASE_REPLICA_MAX_LAG",
        "quarkus.http.idle-timeout, QUARKUS_HTTP_IDLE_TIMEOUT",
        "quarkus.datasource.jdbc.url, DATABASE_URL"
    })
    void everyOtherSettingHasTheNameThatQuarkusReads(String setting, String variable) {
        assertThat(VariableNames.of(setting)).isEqualTo(variable);
        assertThat(VariableNames.in("set " + setting + ". Then")).isEqualTo("set " + variable + ". Then");
    }

    @Test
    void whatOnlyLooksLikeASettingIsLeft() {
        assertThat(VariableNames.in("athena.students at org.athena.platform, io.quarkus.runtime"))
                .isEqualTo("athena.students at org.athena.platform, io.quarkus.runtime");
    }
}
