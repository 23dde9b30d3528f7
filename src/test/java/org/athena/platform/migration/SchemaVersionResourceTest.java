package org.athena.platform.migration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** The schema changes under an instance that serves. */
@QuarkusTest
@WithTestResource(Installation.class)
class SchemaVersionResourceTest {

    private static final List<MigrationFile> FILES = MigrationFiles.packaged().files();
    private static final int KNOWN = MigrationFiles.packaged().version();
    private static final int BEFORE = FILES.get(FILES.size() - 2).version();

    @AfterEach
    void asItWas() throws SQLException {
        history("delete from athena_migration.flyway_schema_history where version = '9999'");
        history("update athena_migration.flyway_schema_history set success = true");
        schema("UP", 200, KNOWN);
    }

    @Test
    void itsOwnVersionIsServed() {
        schema("UP", 200, KNOWN);
    }

    @Test
    void aCompatibleMigrationLeavesItReady() throws SQLException {
        applied("add a column");
        schema("UP", 200, 9999);
    }

    @Test
    void aBreakingMigrationEndsItsService() throws SQLException {
        applied("breaking drop a column");
        schema("DOWN", 503, 9999)
                .body("checks.find { it.name == 'Schema version' }.data.fault", containsString("deploy"));
    }

    @Test
    void anOlderSchemaEndsItsService() throws SQLException {
        history("update athena_migration.flyway_schema_history set success = false where version::int = " + KNOWN);
        schema("DOWN", 503, BEFORE)
                .body("checks.find { it.name == 'Schema version' }.data.fault", containsString("migrate"));
    }

    private static ValidatableResponse schema(String status, int code, int installed) {
        String check = "checks.find { it.name == 'Schema version' }.";
        return RestAssured.given()
                .baseUri(ManagementPort.url())
                .get("/q/health/ready")
                .then()
                .statusCode(code)
                .body(check + "status", equalTo(status))
                .body(check + "data.known", equalTo(KNOWN))
                .body(check + "data.installed", equalTo(installed));
    }

    private static void applied(String description) throws SQLException {
        history("insert into athena_migration.flyway_schema_history"
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " values (9999, '9999', '" + description + "', 'SQL', 'V9999__x.sql', 'postgres', 1, true)");
    }

    private static void history(String change) throws SQLException {
        try (Connection connection = DatabaseResource.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
