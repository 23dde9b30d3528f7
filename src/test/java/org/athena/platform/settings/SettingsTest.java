package org.athena.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class SettingsTest {

    private static final Pattern LINE = Pattern.compile("^([A-Z][A-Z0-9_]*)=(.*)$", Pattern.MULTILINE);
    /** Of dev mode and of compose.yaml, which the service does not read. */
    private static final Set<String> ELSEWHERE =
            Set.of("ACCESS_TOKEN_EXPIRE_MINUTES", "POSTGRES_PASSWORD", "SERVICE_PASSWORD");

    private static Map<String, String> example() throws IOException {
        return LINE.matcher(Files.readString(Path.of(".env.example")))
                .results()
                .filter(line -> !ELSEWHERE.contains(line.group(1)))
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    @Test
    void everyVariableOfTheExampleIsKnownAndNoOther() throws IOException {
        assertThat(new TreeSet<>(Settings.variables()))
                .isEqualTo(new TreeSet<>(example().keySet()));
    }

    /** Whoever copies the file and fills in what they need starts. */
    @Test
    void theExampleItselfIsFine() throws IOException {
        Map<String, String> example = example();
        assertThat(Settings.faults(variable -> Optional.ofNullable(example.get(variable))))
                .isEmpty();
        assertThat(Settings.faults(variable -> Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | 0 | 8080 | 65535",
                "ATHENA_DATABASE_POOL_SIZE | 1 | 50 | 1000",
                "ATHENA_LIMITS_IMPORTS_PER_MINUTE | 0 | 10 | 1000000",
                "ATHENA_LIMITS_CLIENT_FACTOR | 1 | 20 | 1000000",
                "ATHENA_DATABASE_STATEMENT_TIMEOUT | 100ms | 20S | 40s",
                "ATHENA_DATABASE_ACQUISITION_TIMEOUT | 100ms | 5 | PT1M",
                "ATHENA_DATABASE_REPLICA_MAX_LAG | 1ms | 0.3S | 5M",
                "ATHENA_AUTH_LEEWAY | 0S | 10S | 5M",
                "ATHENA_AUTH_MAX_LIFETIME | 1M | 24H | 7D",
                "ATHENA_SHUTDOWN_DELAY | 0S | 10s | 10M",
                "ATHENA_WORK_EVERY | off | 1S | 5M",
                "ATHENA_HSTS | 0S | 365D | ",
                "ATHENA_STRONG_REVOCATION | true | FALSE | yes",
                "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR | on | 0 | n",
                "ATHENA_DATABASE_TLS | on | off | ",
                "ATHENA_SUPABASE_TLS | on | off | ",
                "OTEL_EXPORTER_OTLP_PROTOCOL | grpc | http/protobuf | grpc",
                "OTEL_TRACES_SAMPLER_ARG | 0 | 0.25 | 1.0"
            })
    void whatMakesSenseIsTaken(String variable, String one, String two, String three) {
        for (String value : new String[] {one, two, three == null ? "" : three}) {
            assertThat(Settings.fault(variable, value)).as(value).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "80 80", "8080.0", "-1", "65536", "99999999999", "0x50", "tcp://10.0.0.1:8080"})
    void aPortIsANumberOfAPort(String value) {
        assertThat(Settings.fault("PORT", value)).contains("PORT must be a whole number from 0 to 65535");
        assertThat(Settings.fault("MANAGEMENT_PORT", value))
                .contains("MANAGEMENT_PORT must be a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATHENA_DATABASE_POOL_SIZE | 0 | a whole number from 1 to 1000",
                "ATHENA_DATABASE_READ_POOL_SIZE | -1 | a whole number from 1 to 1000",
                "ATHENA_LIMITS_SEARCHES_PER_MINUTE | -1 | a whole number from 0 to 1000000",
                "ATHENA_LIMITS_CLIENT_FACTOR | 0 | a whole number from 1 to 1000000",
                "ATHENA_AUTH_FALLBACK_PER_MINUTE | many | a whole number from 0 to 1000000",
                "ATHENA_DATABASE_STATEMENT_TIMEOUT | 0S | a time from 100ms to 40S, such as 500ms, 20S, 5M or 1D",
                "ATHENA_DATABASE_STATEMENT_TIMEOUT | 1H | a time from 100ms to 40S, such as 500ms, 20S, 5M or 1D",
                "ATHENA_DATABASE_ACQUISITION_TIMEOUT | 0 | a time from 100ms to 60S, such as 500ms, 20S, 5M or 1D",
                "ATHENA_DATABASE_CONNECTION_LIFETIME | -5M | a time from 1S to 7D, such as 500ms, 20S, 5M or 1D",
                "ATHENA_DATABASE_REPLICA_MAX_LAG | 6M | a time from 1ms to 5M, such as 500ms, 20S, 5M or 1D",
                "ATHENA_AUTH_LEEWAY | 1000D | a time from 0S to 5M, such as 500ms, 20S, 5M or 1D",
                "ATHENA_AUTH_LEEWAY | xyz | a time from 0S to 5M, such as 500ms, 20S, 5M or 1D",
                "ATHENA_AUTH_MAX_LIFETIME | 365D | a time from 1M to 7D, such as 500ms, 20S, 5M or 1D",
                "ATHENA_SHUTDOWN_DELAY | 3 minutes | a time from 0S to 10M, such as 500ms, 20S, 5M or 1D",
                "ATHENA_WORK_EVERY | never | off or a time from 1S to 1H, such as 500ms, 20S, 5M or 1D",
                "ATHENA_WORK_EVERY | 0S | off or a time from 1S to 1H, such as 500ms, 20S, 5M or 1D",
                "ATHENA_HSTS | forever | a time from 0S to 3650D, such as 500ms, 20S, 5M or 1D",
                "ATHENA_STRONG_REVOCATION | ture | true or false",
                "ATHENA_AUTH_SESSION_REQUIRED | required | true or false",
                "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR | aal2 | true or false",
                "ATHENA_CORS_CREDENTIALS | 2 | true or false",
                "ATHENA_DATABASE_TLS | OFF | off or on",
                "ATHENA_SUPABASE_TLS | false | off or on",
                "OTEL_EXPORTER_OTLP_PROTOCOL | http | grpc or http/protobuf",
                "OTEL_TRACES_SAMPLER_ARG | 50% | a share from 0 to 1, such as 0.1",
                "OTEL_TRACES_SAMPLER_ARG | 1.1 | a share from 0 to 1, such as 0.1"
            })
    void whatCannotBeReadOrMakesNoSenseIsRefused(String variable, String value, String allowed) {
        assertThat(Settings.fault(variable, value)).contains(variable + " must be " + allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrst.supabase.co",
                "https://",
                "https:///",
                "https://a.example.org//",
                "https://a.example.org/auth/v1",
                "https://a.example.org/auth/v1/",
                "https://a.example.org/rest/v1?apikey=s3cret",
                "https://a.example.org?x=s3cret",
                "https://a.example.org/#s3cret",
                "https://admin:s3cret@a.example.org",
                "https://s3cret@a.example.org",
                "https://a.example.org:99999",
                "https://a.example.org:0",
                "https://a.example.org ",
                " https://a.example.org",
                "https://a.example.org\n",
                "\"https://a.example.org\"",
                "https://a_b.example.org",
                "ftp://a.example.org",
                "postgresql://a.example.org"
            })
    void aProjectIsSchemeHostAndPortAlone(String value) {
        assertThat(Settings.fault("SUPABASE_URL", value))
                .contains("SUPABASE_URL must be scheme, host and port alone, such as https://<ref>.supabase.co");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://abcdefghijklmnopqrst.supabase.co", "https://a.example.org:8443/", "http://[::1]:1", ""})
    void aSlashAtItsEndMakesNoDifference(String value) {
        assertThat(Settings.fault("SUPABASE_URL", value)).isEmpty();
    }

    /** The value may hold a password. */
    @ParameterizedTest
    @ValueSource(
            strings = {"collector:4317", "grpc://collector", "http://me:s3cret@collector", "http:// ", "collector"})
    void tracesGoToAnAddress(String value) {
        assertThat(Settings.fault("OTEL_EXPORTER_OTLP_ENDPOINT", value))
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://collector:4317");
        assertThat(Settings.fault("OTEL_EXPORTER_OTLP_ENDPOINT", "https://a.example.org/v1/traces"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "/8",
                "10.0.0",
                "999.1.1.1",
                "::/129",
                "10.0.0.7;10.0.0.8",
                "a b",
                "10.0.0.0/8/8"
            })
    void proxiesAreAddressesNetworksOrNames(String value) {
        assertThat(Settings.fault("ATHENA_TRUSTED_PROXIES", value))
                .contains("ATHENA_TRUSTED_PROXIES must be addresses, networks or names of proxies, such as 10.0.0.0/8,"
                        + " separated by commas");
        assertThat(Settings.fault("ATHENA_TRUSTED_PROXIES", "10.0.0.7, fd00::/8,proxy.internal, localhost"))
                .isEmpty();
    }

    @Test
    void whatIsSetAndEmptyIsNamed() {
        assertThat(Settings.fault("PORT", ""))
                .contains("PORT is set, but empty: it must be a whole number from 0 to 65535");
        assertThat(Settings.fault("ATHENA_STRONG_REVOCATION", " "))
                .contains("ATHENA_STRONG_REVOCATION is set, but empty: it must be true or false");
        assertThat(Settings.fault("JWT_SECRET", "")).isEmpty();
    }

    /** The values may be secrets that stand at the wrong place. */
    @Test
    void everyFaultIsToldAtOnceAndNoneRepeatsAValue() {
        Map<String, String> environment = new HashMap<>();
        Settings.variables().forEach(variable -> environment.put(variable, "s3cret"));
        assertThatThrownBy(() -> new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDiscoveredInterceptors()
                        .withSources(new EnvConfigSource(environment, 300))
                        .withSources(new UnreadableSettings())
                        .build())
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "refusing to start: ATHENA_DATABASE_TLS must be off or on; ATHENA_DATABASE_POOL_SIZE must")
                .hasMessageContaining("; PORT must be")
                .hasMessageContaining("; ATHENA_LIMITS_CLIENT_FACTOR must be")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("s3cret");
    }

    @Test
    void whatCanBeReadIsLeftAlone() {
        assertThat(new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new EnvConfigSource(Map.of("PORT", "8081"), 300))
                        .withSources(new UnreadableSettings())
                        .build()
                        .getValue("PORT", Integer.class))
                .isEqualTo(8081);
    }
}
