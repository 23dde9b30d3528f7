package org.athena.platform.migration;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.athena.platform.database.DatabasePasswordFile;
import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.database.TlsRule;
import org.athena.platform.settings.Secrets;
import org.athena.platform.settings.Settings;
import org.flywaydb.core.api.FlywayException;

/**
 * {@code athena-api migrate}: brings the database of {@code MIGRATION_DATABASE_URL} to this version's schema and makes the role
 * of {@code DATABASE_URL}, whose password {@code DATABASE_PASSWORD_FILE} may hold. Only this command and {@code
 * detach-partitions} read the owner's credentials.
 *
 * @param environment the process environment
 * @param out where to write what was done
 * @param err where to write why the command failed
 */
public record MigrateCommand(Map<String, String> environment, PrintStream out, PrintStream err) {

    private static final String OWNER = "MIGRATION_DATABASE_URL";
    private static final String SERVICE = "DATABASE_URL";
    private static final String TLS = "ATHENA_DATABASE_TLS";

    private interface Work {
        void on(Migration migration) throws SQLException;
    }

    /**
     * Migrates, and creates the partitions of the coming years.
     *
     * @param arguments none, or {@code --partitions-ahead} with a number of years; the default is 1
     * @return the exit code: 0 when the database is ready, 1 when it is not, 2 when the arguments are not understood
     */
    public int run(String... arguments) {
        boolean named = arguments.length == 2 && arguments[0].equals("--partitions-ahead");
        if (arguments.length > 0 && !(named && arguments[1].matches("[1-9]|10"))) {
            err.println("usage: athena-api migrate [--partitions-ahead 1 to 10]");
            return 2;
        }
        int ahead = named ? Integer.parseInt(arguments[1]) : 1;
        return with("migrate", migration -> {
            out.println("migrating " + migration.owner() + " for the role "
                    + migration.service().role());
            int applied = migration.run(
                    MigrationFiles.packaged(), YearRange.from(Year.now(ZoneOffset.UTC), ahead), out::println);
            out.println(applied == 0 ? "nothing to migrate" : "applied " + applied + " migrations");
        });
    }

    /**
     * {@code athena-api detach-partitions}: moves the rows of a past year to where the service cannot read them.
     *
     * @param arguments the year
     * @return the exit code: 0 when the partitions are detached, 1 when they are not, 2 when the arguments are not understood
     */
    public int detach(String... arguments) {
        int thisYear = Year.now(ZoneOffset.UTC).getValue();
        if (arguments.length != 1 || !arguments[0].matches("\\d{4}") || Integer.parseInt(arguments[0]) >= thisYear) {
            err.println("usage: athena-api detach-partitions YEAR, a year before " + thisYear);
            return 2;
        }
        return with("detach-partitions", migration -> migration.detach(Integer.parseInt(arguments[0]), out::println));
    }

    private int with(String command, Work work) {
        try {
            String tls = environment.getOrDefault(TLS, "");
            Settings.fault(TLS, tls).ifPresent(MigrateCommand::refuse);
            DatabaseUrl owner = DatabaseUrl.parse(OWNER, required(OWNER));
            TlsRule.fault(OWNER, owner, Optional.of(tls)).ifPresent(MigrateCommand::refuse);
            work.on(new Migration(owner, service()));
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | SQLException | FlywayException e) {
            report(
                    command,
                    new Secrets(environment)
                            .hiddenIn(String.valueOf(e.getMessage()))
                            .strip());
            return 1;
        }
    }

    /** The message of a failed migration has many lines; the last one is the short reason. */
    private void report(String command, String message) {
        if (message.lines().count() > 1) {
            err.println(message);
        }
        err.println(
                command + " failed: " + message.lines().findFirst().orElse("").strip());
    }

    /** Read as the service reads it, so that both use the same password. */
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
