package org.athena.platform.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import org.flywaydb.core.api.FlywayException;

/**
 * {@code athena-api migrate}: brings the database of {@code MIGRATION_DATABASE_URL} to this version's schema and makes the
 * role of {@code DATABASE_URL}, whose password {@code DATABASE_PASSWORD_FILE} may hold. The only place that reads the owner's credentials.
 *
 * @param environment the process environment
 * @param out for what was done
 * @param err for why it failed
 */
public record MigrateCommand(Map<String, String> environment, PrintStream out, PrintStream err) {

    private static final String OWNER = "MIGRATION_DATABASE_URL";
    private static final String SERVICE = "DATABASE_URL";

    /** Gives the exit code: 0 when the database is ready, 1 when it is not. */
    public int run() {
        try {
            DatabaseUrl owner = DatabaseUrl.parse(OWNER, required(OWNER));
            TlsRule.fault(OWNER, owner, Optional.ofNullable(environment.get("ATHENA_DATABASE_TLS")))
                    .ifPresent(MigrateCommand::refuse);
            DatabaseUrl service = service();
            out.println("migrating " + owner + " for the role " + service.role());
            int applied = new Migration(owner, service).run();
            out.println(applied == 0 ? "nothing to migrate" : "applied " + applied + " migrations");
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | SQLException | FlywayException e) {
            err.println("migrate failed: " + e.getMessage());
            return 1;
        }
    }

    /** As the service itself reads it, so that both mean the same password. */
    private DatabaseUrl service() {
        DatabaseUrl service = DatabaseUrl.parse(SERVICE, required(SERVICE));
        String file = environment.getOrDefault(DatabasePasswordFile.VARIABLE, "");
        return file.isBlank() ? service : service.withPassword(DatabasePasswordFile.read(Path.of(file)));
    }

    private String required(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            refuse(variable + " is not set");
        }
        return value;
    }

    private static void refuse(String fault) {
        throw new IllegalArgumentException(fault);
    }
}
