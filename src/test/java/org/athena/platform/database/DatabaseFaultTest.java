package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What servers and poolers answer to whoever connects, by their words. */
class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "FATAL, 28P01, password authentication failed",
        "FATAL, 28000, no pg_hba.conf entry",
        "FATAL, 53300, remaining connection slots are reserved",
        "FATAL, 57P03, the database system is starting up",
        "FATAL, 57P01, terminating connection due to administrator command",
        "FATAL, 08P01, no more connections allowed (max_client_conn)",
        "FATAL, XX000, Max client connections reached",
        "FATAL, 3D000, database does not exist",
        "FATAL, 25P03, terminating connection due to idle-in-transaction timeout",
        "ERROR, 57014, canceling statement due to statement timeout",
        "ERROR, 40P01, deadlock detected"
    })
    void anOutage(String severity, String state, String words) {
        assertThat(DatabaseFault.of(new IllegalStateException(said(severity, state, words)), false))
                .get()
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, XX000, cache lookup failed",
        "ERROR, 42501, permission denied for table students",
        "ERROR, 42P01, relation does not exist"
    })
    void aFaultOfTheInstallation(String severity, String state, String words) {
        assertThat(DatabaseFault.of(new IllegalStateException(said(severity, state, words)), false))
                .isEmpty();
    }

    private static SQLException said(String severity, String state, String words) {
        return new PSQLException(new ServerErrorMessage("S" + severity + "\0C" + state + "\0M" + words + "\0"));
    }
}
