package org.athena.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupChecksTest {

    private static final String GOOD = "postgres://svc:p@db.example.org/d?sslmode=verify-full";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void goodSettingsPass() {
        assertThat(checks(GOOD, SECRET, "https://x/auth/v1").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef0123456789abcde, JWT_SECRET is shorter than 32 bytes",
        "super-secret-jwt-token-with-at-least-32-characters-long, JWT_SECRET is a known sample"
    })
    void aWeakSecretIsNamedAndNotRepeated(String secret, String fault) {
        assertThat(checks(GOOD, secret, "https://x/auth/v1").faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://svc:p@db.example.org/d, a remote database needs sslmode=verify-full",
        "postgres://svc:p@db.example.org/d?sslmode=prefer, a remote database needs sslmode=verify-full",
        "postgres://svc:p@h:6543/d?sslmode=require, needs prepareThreshold=0"
    })
    void anUnsafeConnectionIsRefused(String url, String fault) {
        assertThat(checks(url, SECRET, "https://x/auth/v1").faults())
                .singleElement()
                .asString()
                .startsWith("DATABASE_URL")
                .contains(fault);
    }

    @Test
    void aLocalDatabaseNeedsNoTls() {
        assertThat(checks("postgres://svc:p@127.0.0.1/d", SECRET, "https://x/auth/v1")
                        .faults())
                .isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        StartupChecks checks = new StartupChecks(
                Optional.empty(),
                Optional.of("postgres://o:p@h/d"),
                Optional.empty(),
                Optional.of("x"),
                Optional.empty(),
                "");
        assertThat(checks.faults()).hasSize(4).noneMatch(fault -> fault.contains("o:p@h"));
    }

    @Test
    void aCommandMindsTheDatabaseAlone() {
        StartupChecks checks = new StartupChecks(
                Optional.of("postgres://svc:p@db.example.org/d"),
                Optional.of("postgres://o:p@h/d"),
                Optional.empty(),
                Optional.of("x"),
                Optional.empty(),
                "");
        assertThat(checks.databaseFault()).get().asString().contains("sslmode=verify-full");
    }

    @Test
    void goingWithoutTlsMustBeSaid() {
        assertThat(new StartupChecks(
                                Optional.of("postgres://svc:p@db.example.org/d"),
                                Optional.empty(),
                                Optional.of("off"),
                                Optional.of(SECRET),
                                Optional.empty(),
                                "https://x/auth/v1")
                        .faults())
                .isEmpty();
    }

    private static StartupChecks checks(String url, String secret, String issuer) {
        return new StartupChecks(
                Optional.of(url), Optional.empty(), Optional.empty(), Optional.of(secret), Optional.empty(), issuer);
    }
}
