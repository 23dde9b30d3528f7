package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.Conflicts;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What servers and poolers answer to whoever connects, by their words. */
class RefusalsTest {

    private static final Refusals.Asked ASKED = new Refusals.Asked(false, false);

    private final Refusals refusals = new Refusals(new Conflicts(List.of(() -> List.of(new Conflict(
            "uq_students_school_id_document", "student.document_taken", "document_number", "It is there.")))));

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
        "ERROR, 55P03, canceling statement due to lock timeout"
    })
    void anOutage(String severity, String state, String words) {
        assertThat(refusals.of(new IllegalStateException(said(severity, state, words)), ASKED))
                .get()
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @Test
    void aPoolThatIsExhaustedIsAnOutage() {
        SQLException exhausted = new SQLException("Sorry, acquisition timeout!");
        assertThat(refusals.of(new IllegalStateException(exhausted), ASKED))
                .get()
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    /** A migration holds a whole table; somebody else's request holds a row of it, and nothing is wrong with the database. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40P01 | deadlock detected | while updating tuple (0,5) in relation \"students\"",
                "40P01 | deadlock detected | while locking tuple (0,5) in relation \"users\"",
                "55P03 | canceling statement due to lock timeout | while updating tuple (0,5) in relation \"students\"",
                "55P03 | canceling statement due to lock timeout | while inserting index tuple (0,5) in relation \"pk_students\""
            })
    void aRowThatSomebodyElseHolds(String state, String words, String where) {
        ProblemException problem = busy(state, words, where);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.headers()).containsEntry("Retry-After", "1");
        assertThat(problem.extensions()).containsEntry("reason", "row.busy");
    }

    @Test
    void aDocumentThatSomebodyElseIsWriting() {
        ProblemException problem = busy(
                "55P03",
                "canceling statement due to lock timeout",
                "while inserting index tuple (0,5) in relation \"uq_students_school_id_document\"");
        assertThat(problem.violations())
                .containsExactly(new Violation(
                        "document_number", "body", "is being written by somebody else at this moment", FaultCode.BUSY));
    }

    private ProblemException busy(String state, String words, String where) {
        PSQLException said =
                new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0M" + words + "\0W" + where + "\0"));
        return refusals.of(new IllegalStateException(said), ASKED).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, XX000, cache lookup failed",
        "ERROR, 42501, permission denied for table students",
        "ERROR, 42P01, relation does not exist"
    })
    void aFaultOfTheInstallation(String severity, String state, String words) {
        assertThat(refusals.of(new IllegalStateException(said(severity, state, words)), ASKED))
                .isEmpty();
    }

    private static SQLException said(String severity, String state, String words) {
        return new PSQLException(new ServerErrorMessage("S" + severity + "\0C" + state + "\0M" + words + "\0"));
    }
}
