package org.athena.platform.database;

import java.io.FileNotFoundException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Explains a connection that failed because of TLS. The messages of driver and server may be in any language, so they are not
 * repeated.
 */
final class TlsFault {

    private static final int MAX_CAUSES = 20;
    /** PostgreSQL's SQL state when {@code pg_hba.conf} refuses a connection. */
    private static final String NOT_LET_IN = "28000";
    /** The driver's SQL state when the server does not offer TLS. */
    private static final String REJECTED = "08004";
    /** Supabase's pooler has no special SQL state for this, so its text is compared. */
    private static final String POOLER_WANTS_TLS = "SSL connection is required";

    private TlsFault() {}

    /**
     * @param failure why there is no connection
     * @param encrypted whether TLS was required
     * @return the fault, with the part of the address to check; empty when TLS is not the cause
     */
    static Optional<String> of(SQLException failure, boolean encrypted) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
        if (has(causes, FileNotFoundException.class)) {
            return Optional.of("the file that sslrootcert names cannot be read");
        }
        if (has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class)) {
            return Optional.of(
                    "the server's certificate is not trusted: sslrootcert names another authority, or it has expired");
        }
        if (says(causes, "HostnameVerifier")) {
            return Optional.of("the server's certificate names another host than the address");
        }
        if (encrypted && state(causes, REJECTED) && says(causes, "SSL")) {
            return Optional.of("the server does not offer TLS");
        }
        if (!encrypted && (state(causes, NOT_LET_IN) || says(causes, POOLER_WANTS_TLS))) {
            return Optional.of("the server wants TLS (sslmode=verify-full), or does not let this role in");
        }
        return has(causes, SSLException.class)
                ? Optional.of("the server and this service cannot agree on TLS")
                : Optional.empty();
    }

    private static boolean has(List<Throwable> causes, Class<? extends Exception> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static boolean state(List<Throwable> causes, String state) {
        return causes.stream().anyMatch(cause -> cause instanceof SQLException sql && state.equals(sql.getSQLState()));
    }

    private static boolean says(List<Throwable> causes, String words) {
        return causes.stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }
}
