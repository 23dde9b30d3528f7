package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.BindException;
import java.util.List;
import java.util.Map;

import org.athena.platform.identity.AuthConfig;
import org.athena.platform.settings.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class StartFailureTest {

    private static final String SECRET = "Zk3u0123456789abcdef0123456789abcdefQ==";

    @Test
    void aRefusalIsTheLineWhateverStandsAroundIt() {
        RefusedException refused = new RefusedException(List.of("JWT_SECRET is a known sample", "PORT must be …"));
        assertThat(line(new RuntimeException("Failed to start quarkus", refused)))
                .isEqualTo("refusing to start: JWT_SECRET is a known sample; PORT must be …");
        assertThat(new StartFailure(new RuntimeException(refused), Map.of()).isUnforeseen())
                .isFalse();
    }

    /** The schema has the first word of our settings. */
    @Test
    void aTableIsNoSetting() {
        assertThat(line(new RefusedException(List.of("DATABASE_URL: no policy guards athena.students"))))
                .isEqualTo("refusing to start: DATABASE_URL: no policy guards athena.students");
        assertThat(line(new IllegalStateException("relation athena.students")))
                .endsWith("IllegalStateException: relation athena.students");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8080 | Address already in use | PORT: 127.0.0.1:8080 is in use by another process",
                "9000 | Address already in use | MANAGEMENT_PORT: 127.0.0.1:9000 is in use by another process",
                "80 | Permission denied"
                        + " | PORT: the service may not listen at 127.0.0.1:80; ports from 1024 on are free to use",
                "8080 | Cannot assign requested address | PORT: 127.0.0.1:8080 is not an address of this machine",
                "8080 | La dirección ya se está usando | PORT: 127.0.0.1:8080 is in use by another process"
            })
    void aPortIsNamedByItsVariable(int port, String why, String reason) {
        QuarkusBindException bind = new QuarkusBindException("127.0.0.1", port, new BindException(why));
        assertThat(line(new RuntimeException("Failed to start quarkus", bind)))
                .isEqualTo("refusing to start: " + reason);
    }

    @Test
    void thePortOfTheOperatorIsWhatItsVariableSays() {
        QuarkusBindException bind =
                new QuarkusBindException("0.0.0.0", 7001, new BindException("Address already in use"));
        assertThat(new StartFailure(bind, Map.of("MANAGEMENT_PORT", "7001")).line())
                .isEqualTo("refusing to start: MANAGEMENT_PORT: 0.0.0.0:7001 is in use by another process");
    }

    /** Quarkus has no exception of its own for it. */
    @Test
    void theManagementInterfaceIsTheOperatorsPort() {
        Throwable fault = new RuntimeException(
                "Unable to start HTTP server",
                new IllegalStateException(
                        "Unable to start the management interface on 127.0.0.1:18080",
                        new BindException("Address already in use")));
        assertThat(line(fault))
                .isEqualTo("refusing to start: MANAGEMENT_PORT: 127.0.0.1:18080 is in use by another process");
        assertThat(line(new RuntimeException(new BindException("Address already in use"))))
                .isEqualTo("refusing to start: PORT: its address is in use by another process");
    }

    @Test
    void aValueThatQuarkusCannotReadIsNamedByItsVariableAndNotRepeated() {
        assertThat(line(unreadable(Map.of("athena.auth.leeway", "s3cret"))))
                .isEqualTo("refusing to start: ATHENA_AUTH_LEEWAY: the value is missing or cannot be read");
        assertThat(line(unreadable(
                        Map.of("athena.auth.max-lifetime", "s3cret", "athena.auth.fallback-per-minute", ""))))
                .contains("ATHENA_AUTH_MAX_LIFETIME", "ATHENA_AUTH_FALLBACK_PER_MINUTE")
                .doesNotContain("s3cret");
        assertThat(line(new IllegalArgumentException(
                        "SRCFG00039: The config property quarkus.http.idle-timeout with the"
                                + " config value \"s3cret\" threw an Exception whilst being converted")))
                .isEqualTo("refusing to start: QUARKUS_HTTP_IDLE_TIMEOUT: the value is missing or cannot be read");
        assertThat(line(new RuntimeException(new ConfigurationException("To activate the datasource, set configuration"
                        + " property 'quarkus.datasource.jdbc.url'. Refer to a guide"))))
                .isEqualTo("refusing to start: DATABASE_URL: the value is missing or cannot be read");
    }

    private static Throwable unreadable(Map<String, String> settings) {
        return catchThrowable(() -> new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .withMapping(AuthConfig.class)
                .build());
    }

    @Test
    void whatNobodyForesawIsSaidInOneLine() {
        Throwable fault = new RuntimeException(
                "Failed to start quarkus",
                new IllegalStateException("first\n\tsecond of quarkus.http.port,\r\n third", null));
        assertThat(line(fault))
                .isEqualTo(
                        "ended by an unexpected fault, which the log shows: IllegalStateException: first second of PORT,"
                                + " third");
        assertThat(new StartFailure(fault, Map.of()).isUnforeseen()).isTrue();
        assertThat(line(new StackOverflowError()))
                .isEqualTo("ended by an unexpected fault, which the log shows: StackOverflowError");
    }

    @Test
    void noSecretIsRepeated() {
        Map<String, String> environment = Map.of(
                "JWT_SECRET", SECRET,
                "DATABASE_URL", "postgresql://svc:a%20w%3Ard@h/d",
                "MIGRATION_DATABASE_URL", "postgres://owner:geheim@h/d");
        for (String secret : List.of(SECRET, "a%20w%3Ard", "a w:rd", "geheim", "postgresql://svc:a%20w%3Ard@h/d")) {
            StartFailure failure = new StartFailure(new IllegalStateException("it was " + secret + "!"), environment);
            assertThat(failure.line())
                    .isEqualTo("ended by an unexpected fault, which the log shows: IllegalStateException: it was …!");
            assertThat(failure.toString()).doesNotContain(secret);
        }
    }

    /** A cause that is its own cause's cause. */
    @Test
    void aRingOfCausesEnds() {
        RuntimeException outer = new RuntimeException("outer");
        outer.initCause(new RuntimeException("inner", outer));
        assertThat(line(outer)).startsWith("ended by an unexpected fault");
    }

    private static String line(Throwable fault) {
        return new StartFailure(fault, Map.of()).line();
    }
}
