package org.athena.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The role as which the service is connected, and the schema that it finds. */
@ApplicationScoped
public class ServiceRole {

    private static final String CHECK = """
            select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user),
                   exists (select 1 from pg_class where relnamespace = to_regnamespace('athena')
                            and pg_has_role(current_user, relowner, 'member')),
                   to_regclass('athena.school_memberships') is not null""";

    private final AgroalDataSource dataSource;

    ServiceRole(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What makes the connection unfit to serve with; none when row level security binds it and the schema is the one of this version. */
    public Optional<String> fault() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHECK)) {
            row.next();
            if (row.getBoolean(1)) {
                return Optional.of("DATABASE_URL: the role is superuser or BYPASSRLS, so schools are not kept apart");
            }
            if (row.getBoolean(2)) {
                return Optional.of("DATABASE_URL: the role owns the tables; serve as the restricted role");
            }
            if (!row.getBoolean(3)) {
                return Optional.of("DATABASE_URL: the database is not migrated; run the migrate command first");
            }
            return SchemaVersion.read(connection).startFault().map("DATABASE_URL: "::concat);
        } catch (SQLException e) {
            return Optional.of("DATABASE_URL: the database cannot be asked (" + DatabaseFault.sqlState(e) + ")"
                    + TlsFault.of(e, encrypted()).map(": "::concat).orElse(""));
        }
    }

    private boolean encrypted() {
        String url = dataSource
                .getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
        return TlsRule.encrypts(url);
    }
}
