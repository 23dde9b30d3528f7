package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupChecksTest {

    private static final String GOOD = "postgres://svc:p@db.example.org/d?sslmode=verify-full";
    private static final Duration LAG = Duration.ofMinutes(5);
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

    @ParameterizedTest
    @ValueSource(strings = {"none", "hs256", "HS512", ""})
    void anUnknownAlgorithmIsRefused(String algorithm) {
        assertThat(checks(GOOD, SECRET, Set.of("HS256", algorithm), "https://x/auth/v1")
                        .faults())
                .containsExactly(
                        "JWT_ALGORITHM names an algorithm that is not accepted; these are accepted: ES256, EdDSA, HS256, RS256");
    }

    @Test
    void anAlgorithmByASecretNeedsTheSecret() {
        String fault = "JWT_ALGORITHM names HS256, and neither JWT_SECRET nor JWT_SECRET_PREVIOUS is set";
        assertThat(keys(true, Optional.empty(), Optional.empty(), "HS256")).containsExactly(fault);
        assertThat(keys(true, Optional.empty(), Optional.empty(), "ES256", "HS256"))
                .containsExactly(fault);
        assertThat(keys(false, Optional.of(SECRET), Optional.empty(), "HS256")).isEmpty();
        assertThat(keys(true, Optional.empty(), Optional.of(SECRET), "ES256", "HS256"))
                .isEmpty();
    }

    @Test
    void algorithmsOfPublishedKeysNeedAProject() {
        String fault = "SUPABASE_URL is not set, and only tokens of published keys are accepted (JWT_ALGORITHM)";
        assertThat(keys(false, Optional.empty(), Optional.empty(), "ES256", "RS256"))
                .containsExactly(fault);
        assertThat(keys(false, Optional.of(SECRET), Optional.empty(), "EdDSA")).containsExactly(fault);
        assertThat(keys(false, Optional.of(SECRET), Optional.empty(), "ES256", "HS256"))
                .isEmpty();
        assertThat(keys(true, Optional.empty(), Optional.empty(), "ES256")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://svc:p@rr.example.org/d?sslmode=verify-full, ''",
        "postgres://svc:secret-p@rr.example.org/d, a remote database needs sslmode=verify-full",
        "postgres://svc:secret-p@rr.example.org:6543/d?sslmode=require, needs prepareThreshold=0",
        "postgres://owner:secret-p@rr.example.org/d?sslmode=verify-full, the role must be the one of DATABASE_URL",
        "postgres://svc:secret-p@rr.example.org/other?sslmode=verify-full, the database must be the one of DATABASE_URL"
    })
    void aReplicaIsReachedLikeThePrimaryAndAsTheSameRole(String url, String fault) {
        Optional<String> found = new StartupChecks(
                        Optional.of(GOOD),
                        Optional.of(url),
                        LAG,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("HS256"),
                        false,
                        "")
                .databaseFault();
        if (fault.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .get()
                    .asString()
                    .startsWith("DATABASE_READ_URL: ")
                    .contains(fault)
                    .doesNotContain("secret");
        }
    }

    /** A caller's writes are counted for ten minutes: a replica further behind could not be told from one that has them. */
    @Test
    void aReplicaMayNotBeFarBehind() {
        assertThat(new StartupChecks(
                                Optional.of(GOOD),
                                Optional.of(GOOD),
                                LAG.plusMillis(1),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of("HS256"),
                                false,
                                "")
                        .databaseFault())
                .contains("ATHENA_DATABASE_REPLICA_MAX_LAG is more than 5 minutes");
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
                Optional.empty(),
                LAG,
                Optional.of("postgres://o:p@h/d"),
                Optional.empty(),
                Optional.of("x"),
                Optional.empty(),
                Set.of("HS256"),
                false,
                "");
        assertThat(checks.faults()).hasSize(4).noneMatch(fault -> fault.contains("o:p@h"));
    }

    @Test
    void aCommandMindsTheDatabaseAlone() {
        StartupChecks checks = new StartupChecks(
                Optional.of("postgres://svc:p@db.example.org/d"),
                Optional.empty(),
                LAG,
                Optional.of("postgres://o:p@h/d"),
                Optional.empty(),
                Optional.of("x"),
                Optional.empty(),
                Set.of("HS256"),
                false,
                "");
        assertThat(checks.databaseFault()).get().asString().contains("sslmode=verify-full");
    }

    @Test
    void goingWithoutTlsMustBeSaid() {
        assertThat(new StartupChecks(
                                Optional.of("postgres://svc:p@db.example.org/d"),
                                Optional.empty(),
                                LAG,
                                Optional.empty(),
                                Optional.of("off"),
                                Optional.of(SECRET),
                                Optional.empty(),
                                Set.of("HS256"),
                                true,
                                "https://x/auth/v1")
                        .faults())
                .isEmpty();
    }

    private static List<String> keys(
            boolean published, Optional<String> secret, Optional<String> previous, String... algorithms) {
        return new StartupChecks(
                        Optional.of(GOOD),
                        Optional.empty(),
                        LAG,
                        Optional.empty(),
                        Optional.empty(),
                        secret,
                        previous,
                        Set.of(algorithms),
                        published,
                        "https://x/auth/v1")
                .faults();
    }

    private static StartupChecks checks(String url, String secret, String issuer) {
        return checks(url, secret, Set.of("ES256", "HS256"), issuer);
    }

    private static StartupChecks checks(String url, String secret, Set<String> algorithms, String issuer) {
        return new StartupChecks(
                Optional.of(url),
                Optional.empty(),
                LAG,
                Optional.empty(),
                Optional.empty(),
                Optional.of(secret),
                Optional.empty(),
                algorithms,
                true,
                issuer);
    }
}
