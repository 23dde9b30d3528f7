package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Pooler;
import org.athena.testing.Schools;
import org.athena.testing.process.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built service by each of the three ways that Supabase offers, with several clients at once that write and read. */
class ConnectionsIT {

    private static final int STUDENTS = 12;
    private static final String OURS = "pg_stat_activity where usename = 'athena_service'";

    @TempDir
    Path directory;

    private final Schools schools = Schools.create();

    @Test
    void direct() throws Exception {
        // Another instance, which earlier tests left running, may still have idle connections.
        String before = Schools.text("select clock_timestamp()::text");
        try (RunningService service = start(DatabaseResource.serviceUrl(), "5")) {
            addAndRead(service);
            assertThat(Schools.count(OURS + " and backend_start > ?::timestamptz", before))
                    .isBetween(1, 5);
            assertNamed();
        }
    }

    /** Each client keeps a connection to PostgreSQL, so the pools of all instances together must not be larger. */
    @Test
    void sessionPooler() throws Exception {
        throughPooler(Pooler.Mode.SESSION, Pooler.SERVER_CONNECTIONS);
    }

    @Test
    void transactionPooler() throws Exception {
        throughPooler(Pooler.Mode.TRANSACTION, 3 * Pooler.SERVER_CONNECTIONS);
    }

    private void throughPooler(Pooler.Mode mode, int poolSize) throws Exception {
        Pooler.requireProgram();
        try (Pooler pooler = Pooler.before(DatabaseResource.serviceUrl(), mode);
                RunningService service =
                        start(pooler.instead(DatabaseResource.serviceUrl()), String.valueOf(poolSize))) {
            long before = pooler.console().transactions();
            addAndRead(service);
            assertThat(pooler.console().transactions() - before)
                    .as("a look-up and a transaction for each request")
                    .isGreaterThanOrEqualTo(4L * STUDENTS);
            assertThat(pooler.console().servers()).isLessThanOrEqualTo(Pooler.SERVER_CONNECTIONS);
            assertNamed();
        }
    }

    private RunningService start(String url, String poolSize) throws IOException {
        return RunningService.start(
                        directory.resolve("log"), Map.of("DATABASE_URL", url, "ATHENA_DATABASE_POOL_SIZE", poolSize))
                .awaitReady();
    }

    private void addAndRead(RunningService service) {
        IntStream.range(0, STUDENTS).parallel().forEach(number -> {
            Schools.School school = number % 2 == 0 ? schools.first() : schools.second();
            String location = service.as(school, "secretary")
                    .body("{\"document_type\":\"TI\",\"document_number\":\"7" + number
                            + "\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\"}")
                    .post("/api/v1/students")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            service.as(school, "secretary").get(location).then().statusCode(200);
        });
        for (Schools.School school : new Schools.School[] {schools.first(), schools.second()}) {
            assertThat(service.as(school, "secretary")
                            .get("/api/v1/students")
                            .jsonPath()
                            .getInt("total"))
                    .isEqualTo(STUDENTS / 2);
        }
    }

    /** So that whoever looks into the database sees whose connections they are. */
    private static void assertNamed() {
        assertThat(Schools.count(OURS + " and application_name = 'athena-api'")).isPositive();
    }
}
