package org.athena.platform.database;

import java.util.Optional;
import java.util.Set;

/** Requires TLS to a database on another machine, for the service and for the owner. */
public final class TlsRule {

    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private TlsRule() {}

    /**
     * @param variable the variable that the address comes from, named in the fault
     * @param database where to connect
     * @param setting {@code ATHENA_DATABASE_TLS}; {@code off} allows a remote database without TLS
     * @return why the address must not be used; empty when it may be used
     */
    public static Optional<String> fault(String variable, DatabaseUrl database, Optional<String> setting) {
        boolean encrypted = ENCRYPTED.contains(database.options().getOrDefault("sslmode", "prefer"));
        boolean waived = setting.filter("off"::equals).isPresent();
        return database.local() || encrypted || waived
                ? Optional.empty()
                : Optional.of(
                        variable
                                + ": a remote database needs sslmode=verify-full (ATHENA_DATABASE_TLS=off allows a connection without TLS)");
    }

    /** Whether the connection is always encrypted; {@code jdbcUrl} is {@link DatabaseUrl#jdbcUrl()}. */
    public static boolean encrypts(String jdbcUrl) {
        return ENCRYPTED.stream().anyMatch(mode -> jdbcUrl.contains("sslmode=" + mode));
    }
}
