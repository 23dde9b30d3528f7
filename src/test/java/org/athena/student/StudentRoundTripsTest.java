package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.CountingProxy;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What a request costs in turns between the service and the database. */
@QuarkusTest
@WithTestResource(Installation.class)
class StudentRoundTripsTest {

    private static final int SINGLE_ROW = 4;
    private static final int LIST = 5;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 3;

    private final Schools schools = Schools.create();

    private UUID student() {
        UUID student = UUID.fromString(Schools.text(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name, user_id)"
                        + " values (?, 'TI', '100', 'Ana', 'Ruiz', ?) returning id::text",
                schools.first().id(),
                schools.first().person("student")));
        for (int i = 0; i < 2; i++) {
            UUID guardian = UUID.fromString(Schools.text(
                    "insert into athena.guardians (school_id, document_type, document_number, full_name)"
                            + " values (?, 'CC', ?, 'Eva Ruiz') returning id::text",
                    schools.first().id(),
                    "9" + i));
            Schools.change(
                    "insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)"
                            + " values (?, ?, ?, 'madre')",
                    schools.first().id(),
                    student,
                    guardian);
        }
        return student;
    }

    /** The token is known; the driver has asked about types, and prepared what it sees often, once for the connection. */
    private int turns(String role, String path) {
        return least(CountingProxy::turns, role, path);
    }

    private int least(IntSupplier counter, String role, String path) {
        RequestSpecification request = Api.as(schools.first(), role);
        for (int i = 0; i < WARM_UP; i++) {
            request.get(path).then().statusCode(200);
        }
        // The pool looks after idle connections meanwhile, so one measurement may hold a turn that no request made.
        return IntStream.range(0, MEASURED)
                .map(i -> {
                    int before = counter.getAsInt();
                    request.get(path).then().statusCode(200);
                    return counter.getAsInt() - before;
                })
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"secretary", "student"})
    void aStudentWithGuardiansTakesAtMostFourTurns(String role) {
        assertThat(turns(role, "/api/v1/students/" + student())).isBetween(4, SINGLE_ROW);
    }

    @ParameterizedTest
    @CsvSource({"secretary", "student"})
    void aListTakesAtMostFive(String role) {
        student();
        assertThat(turns(role, "/api/v1/students")).isBetween(4, LIST);
    }

    /** Otherwise PostgreSQL reads and plans each of them anew for every request (docs/decisions/prepared-statements.md). */
    @ParameterizedTest
    @CsvSource({"secretary", "student"})
    void whatIsAskedOftenIsPrepared(String role) {
        assertThat(least(CountingProxy::parsed, role, "/api/v1/students/" + student()))
                .isZero();
        assertThat(least(CountingProxy::parsed, role, "/api/v1/students")).isZero();
    }

    /** The key is taken, and its answer kept, in the four statements before and after the row's own. */
    @Test
    void aKeyTakesFourTurnsMore() {
        int plain = added(Api.as(schools.first(), "secretary"));
        int keyed = added(Api.as(schools.first(), "secretary").header("Idempotency-Key", "the-student"));
        assertThat(keyed - plain).isEqualTo(4);
    }

    private int added(RequestSpecification request) {
        for (int i = 0; i < WARM_UP; i++) {
            add(Api.as(schools.first(), "secretary").header("Idempotency-Key", UUID.randomUUID()));
        }
        int before = CountingProxy.turns();
        add(request);
        return CountingProxy.turns() - before;
    }

    private static void add(RequestSpecification request) {
        request.body(
                        "{\"document_type\":\"CE\",\"document_number\":\"%s\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\"}"
                                .formatted(UUID.randomUUID().toString().substring(0, 20)))
                .post("/api/v1/students")
                .then()
                .statusCode(201);
    }
}
