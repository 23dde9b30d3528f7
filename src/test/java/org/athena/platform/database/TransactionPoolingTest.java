package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Pooler;
import org.athena.testing.PoolerResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Many clients of two schools share two connections to PostgreSQL, each transaction on another: nothing gets mixed up. */
@QuarkusTest
@WithTestResource(PoolerResource.class)
@WithTestResource(AuthServer.class)
class TransactionPoolingTest {

    private static final int CLIENTS = 8;
    private static final int STUDENTS_EACH = 10;

    Pooler pooler;

    @BeforeEach
    void pgbouncerIsThere() {
        Pooler.requireProgram();
    }

    @Test
    void schoolsThatTakeTurnsOnOneConnectionNeverSeeEachOther() throws IOException, InterruptedException {
        Schools schools = Schools.create();
        long before = pooler.console().transactions();
        atOnce(client -> addAndRead(client % 2 == 0 ? schools.first() : schools.second(), client));

        int each = CLIENTS / 2 * STUDENTS_EACH;
        for (Schools.School school : List.of(schools.first(), schools.second())) {
            assertThat(Schools.count("athena.students where school_id = ?", school.id()))
                    .isEqualTo(each);
            assertThat(Api.as(school, "secretary")
                            .get("/api/v1/students")
                            .jsonPath()
                            .getInt("total"))
                    .isEqualTo(each);
        }
        assertThat(pooler.console().transactions() - before)
                .as("a look-up and a transaction for each request")
                .isGreaterThanOrEqualTo(4L * CLIENTS * STUDENTS_EACH);
        assertThat(pooler.console().servers()).isLessThanOrEqualTo(Pooler.SERVER_CONNECTIONS);
        assertThat(pooler.console().clients()).isGreaterThan(Pooler.SERVER_CONNECTIONS);
    }

    private static void addAndRead(Schools.School school, int client) {
        for (int i = 0; i < STUDENTS_EACH; i++) {
            String number = "1" + client + "0" + i;
            String location = Api.as(school, "secretary")
                    .body("{\"document_type\":\"TI\",\"document_number\":\"" + number
                            + "\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\"}")
                    .post("/api/v1/students")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            Api.as(school, "secretary").get(location).then().statusCode(200);
        }
    }

    private static void atOnce(java.util.function.IntConsumer client) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>(IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(number -> executor.submit(() -> client.accept(number)))
                    .toList());
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
