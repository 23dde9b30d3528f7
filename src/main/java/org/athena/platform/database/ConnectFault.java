package org.athena.platform.database;

import java.sql.SQLException;

/** Says why a database cannot be asked. */
final class ConnectFault {

    private ConnectFault() {}

    /**
     * @param variable the variable that the address comes from
     * @param failure why there is no answer
     * @param encrypted whether TLS was asked for
     */
    static String of(String variable, SQLException failure, boolean encrypted) {
        return variable + ": the database cannot be asked (" + DatabaseFault.sqlState(failure) + ")"
                + TlsFault.of(failure, encrypted).map(": "::concat).orElse("");
    }
}
