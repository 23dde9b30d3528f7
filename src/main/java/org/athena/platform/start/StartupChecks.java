package org.athena.platform.start;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.database.TlsRule;
import org.athena.platform.identity.AuthConfig;

/**
 * Finds settings with which production must not start. Every fault names the variable, and none repeats a secret.
 *
 * @param databaseUrl {@code DATABASE_URL}
 * @param databaseReadUrl {@code DATABASE_READ_URL}, a replica of the same database, as the same role
 * @param replicaMaxLag {@code ATHENA_DATABASE_REPLICA_MAX_LAG}
 * @param migrationDatabaseUrl {@code MIGRATION_DATABASE_URL}, which a serving instance must not hold
 * @param databaseTls {@code ATHENA_DATABASE_TLS}; {@code off} allows a remote database without TLS
 * @param jwtSecret {@code JWT_SECRET}
 * @param jwtSecretPrevious {@code JWT_SECRET_PREVIOUS}
 * @param algorithms {@code JWT_ALGORITHM}, or its default
 * @param published whether {@code SUPABASE_URL} names a project, which publishes keys
 * @param issuer the issuer that applies, empty when neither it nor the project is set
 */
record StartupChecks(
        Optional<String> databaseUrl,
        Optional<String> databaseReadUrl,
        Duration replicaMaxLag,
        Optional<String> migrationDatabaseUrl,
        Optional<String> databaseTls,
        Optional<String> jwtSecret,
        Optional<String> jwtSecretPrevious,
        Set<String> algorithms,
        boolean published,
        String issuer) {

    private static final int MIN_SECRET_BYTES = 32;
    /** This and the longest transaction together stay within the ten minutes for which callers' writes are counted. */
    private static final Duration MOST_LAG = Duration.ofMinutes(5);

    private static final int TRANSACTION_POOLER_PORT = 6543;
    /** Sample secrets from documentation, which everybody knows. */
    private static final List<String> SAMPLES = List.of(
            "super-secret-jwt-token-with-at-least-32-characters-long",
            "your-super-secret-jwt-token-with-at-least-32-characters-long",
            "your-256-bit-secret",
            "change-me",
            "changeme");

    /** The faults that refuse to serve. */
    List<String> faults() {
        return new Findings()
                .and(checkSecret("JWT_SECRET", jwtSecret))
                .and(checkSecret("JWT_SECRET_PREVIOUS", jwtSecretPrevious))
                .and(algorithmFault())
                .when(
                        issuer.isBlank(),
                        "SUPABASE_URL is not set (with a JWT secret alone, set ATHENA_AUTH_ISSUER instead)")
                .when(
                        migrationDatabaseUrl.isPresent(),
                        "MIGRATION_DATABASE_URL is set: a serving instance must not hold the owner's credentials")
                .and(databaseFault())
                .all();
    }

    /** For a token whose algorithm has no key here, the service would ask Supabase each time, or could never decide. */
    private Optional<String> algorithmFault() {
        if (!AuthConfig.ALGORITHMS.containsAll(algorithms)) {
            return Optional.of("JWT_ALGORITHM names an algorithm that is not accepted; these are accepted: "
                    + String.join(", ", new TreeSet<>(AuthConfig.ALGORITHMS)));
        }
        boolean shared = algorithms.contains("HS256");
        if (shared && jwtSecret.isEmpty() && jwtSecretPrevious.isEmpty()) {
            return Optional.of("JWT_ALGORITHM names HS256, and neither JWT_SECRET nor JWT_SECRET_PREVIOUS is set");
        }
        return shared || published || issuer.isBlank()
                ? Optional.empty()
                : Optional.of(
                        "SUPABASE_URL is not set, and only tokens of published keys are accepted (JWT_ALGORITHM)");
    }

    /** The faults of the database's address, which also stop commands. */
    Optional<String> databaseFault() {
        if (databaseUrl.isEmpty()) {
            return Optional.of("DATABASE_URL is not set");
        }
        DatabaseUrl primary = DatabaseUrl.parse("DATABASE_URL", databaseUrl.get());
        return checkDatabase("DATABASE_URL", primary)
                .or(() -> databaseReadUrl.flatMap(
                        url -> checkReplica(primary, DatabaseUrl.parse("DATABASE_READ_URL", url))));
    }

    /**
     * The replica must be the same database with the same role, because the checks of the role on the primary also stand for the
     * replica.
     */
    private Optional<String> checkReplica(DatabaseUrl primary, DatabaseUrl replica) {
        if (!replica.role().equals(primary.role())) {
            return Optional.of("DATABASE_READ_URL: the role must be the one of DATABASE_URL");
        }
        if (!replica.database().equals(primary.database())) {
            return Optional.of("DATABASE_READ_URL: the database must be the one of DATABASE_URL");
        }
        if (replicaMaxLag.compareTo(MOST_LAG) > 0) {
            return Optional.of("ATHENA_DATABASE_REPLICA_MAX_LAG is more than 5 minutes");
        }
        return checkDatabase("DATABASE_READ_URL", replica);
    }

    private Optional<String> checkDatabase(String variable, DatabaseUrl database) {
        if (database.port() == TRANSACTION_POOLER_PORT
                && !"0".equals(database.options().get("prepareThreshold"))) {
            return Optional.of(variable + ": port 6543 is the transaction pooler and needs prepareThreshold=0");
        }
        return TlsRule.fault(variable, database, databaseTls);
    }

    private static Optional<String> checkSecret(String variable, Optional<String> secret) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (secret.get().getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            return Optional.of(variable + " is shorter than 32 bytes");
        }
        String lower = secret.get().toLowerCase(Locale.ROOT);
        return SAMPLES.contains(lower) ? Optional.of(variable + " is a known sample") : Optional.empty();
    }

    @Override
    public String toString() {
        return "StartupChecks[…]";
    }
}
