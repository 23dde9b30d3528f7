package org.athena.platform.database;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.testing.Api;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A server that is there and lets nobody in is an outage like any other: it is answered with 503, and passes by itself. */
@QuarkusTest
@WithTestResource(Installation.class)
class ConnectionRefusedResourceTest {

    private static final String END_OLD_CONNECTIONS =
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'athena_service'";

    private final Schools.School school = Schools.create().first();
    /** It is there already when the database takes no more. */
    private Connection owner;

    @BeforeEach
    void open() throws SQLException {
        // In another database, because one that is in use by its own session cannot be closed.
        owner = DriverManager.getConnection(
                DatabaseUrl.parse("OWNER", DatabaseResource.ownerUrl().replace("/postgres", "/template1"))
                        .jdbcUrl(),
                "postgres",
                "");
    }

    @AfterEach
    void itServesAgainAtOnce() throws SQLException {
        owner.close();
        Api.as(school, "rector").get("/api/v1/students").then().statusCode(200);
    }

    @Test
    void aPasswordThatWasChanged() throws SQLException {
        assertUnavailable(
                "alter role athena_service password 'another'", "alter role athena_service password 'a word!'");
    }

    @Test
    void aRoleThatMayNotSignIn() throws SQLException {
        assertUnavailable("alter role athena_service nologin", "alter role athena_service login");
    }

    @Test
    void aRoleThatHasAllItsConnections() throws SQLException {
        assertUnavailable(
                "alter role athena_service connection limit 0", "alter role athena_service connection limit -1");
    }

    @Test
    void aDatabaseThatTakesNoConnections() throws SQLException {
        assertUnavailable(
                "alter database postgres allow_connections false", "alter database postgres allow_connections true");
    }

    private void assertUnavailable(String change, String back) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(change);
            try {
                statement.execute(END_OLD_CONNECTIONS);
                Api.as(school, "rector")
                        .get("/api/v1/students")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "2")
                        .contentType("application/problem+json")
                        .body("code", equalTo("server.unavailable"))
                        .body("detail", not(containsString("athena_service")));
            } finally {
                statement.execute(back);
            }
        }
    }
}
