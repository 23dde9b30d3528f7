package org.athena.platform.database;

import java.util.Optional;
import java.util.Set;

/** Credentials and rows cross no network in the clear, the service's no more than the owner's. */
public final class TlsRule {

    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private TlsRule() {}

    /**
     * @param variable the variable that the address comes from, named in the fault
     * @param database where to connect
     * @param setting {@code ATHENA_DATABASE_TLS}; {@code off} allows a remote database without TLS
     * @return why not to connect there, empty when nothing speaks against it
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

    /** Whether nothing is sent there but by TLS; {@code jdbcUrl} is {@link DatabaseUrl#jdbcUrl()}. */
    public static boolean encrypts(String jdbcUrl) {
        return ENCRYPTED.stream().anyMatch(mode -> jdbcUrl.contains("sslmode=" + mode));
    }
}
