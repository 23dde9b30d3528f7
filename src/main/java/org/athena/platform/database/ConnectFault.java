package org.athena.platform.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in plain words why the database does not accept a connection. The messages of driver and server may be in any language, so
 * they are not repeated.
 */
public final class ConnectFault {

    private static final int MAX_CAUSES = 20;
    /** The text of Supabase's pooler, which sends it with a general SQL state. */
    private static final String NO_TENANT = "Tenant or user not found";

    /** The explanations by SQL state, or by the class that the state begins with (PostgreSQL, appendix A). */
    private static final Map<String, String> WORDS = Map.of(
            "08001", "nobody answers at the host and port of the address",
            "08", "the connection broke off",
            "28P01", "the password is wrong or missing",
            "28000", "the server does not let this role in",
            "3D000", "the server has no such database",
            "42501", "the role lacks a right that migrate gives it",
            "53300", "the server has no connection left",
            "57P03", "the server is starting, or shutting down");

    private ConnectFault() {}

    /**
     * @param variable the variable that the address comes from
     * @param failure why there is no answer
     * @param encrypted whether TLS was asked for
     */
    public static String of(String variable, SQLException failure, boolean encrypted) {
        return variable + ": the database cannot be asked (" + DatabaseFault.sqlState(failure) + ")"
                + TlsFault.of(failure, encrypted)
                        .or(() -> words(failure))
                        .map(": "::concat)
                        .orElse("");
    }

    private static Optional<String> words(SQLException failure) {
        if (causes(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return Optional.of("the host of the address is not known");
        }
        if (causes(failure).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(NO_TENANT))) {
            return Optional.of("the pooler does not know the user or the project: the user must be <role>.<ref>");
        }
        Optional<String> state = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
        return state.isEmpty()
                ? Optional.of("nobody answered in time")
                : state.map(known -> WORDS.getOrDefault(known, WORDS.get(known.substring(0, 2))));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }
}
