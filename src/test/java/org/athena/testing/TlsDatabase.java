package org.athena.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of a test's own, migrated, that shows a certificate and lets the service in by nothing but TLS. */
public final class TlsDatabase implements AutoCloseable {

    private static final String SERVICE = "athena_service:a-word";

    private final EmbeddedPostgres postgres;

    private TlsDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one that is who it is said to be. */
    public static TlsDatabase start(PrivateCa.Identity identity) throws IOException, SQLException {
        TlsDatabase database = new TlsDatabase(
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start());
        DatabaseUrl owner = DatabaseUrl.parse("OWNER", database.url("postgres", "127.0.0.1", ""));
        new Migration(owner, DatabaseUrl.parse("SERVICE", database.serviceUrl("127.0.0.1", ""))).run();
        database.encrypt(identity);
        return database;
    }

    /** The service's connection string by that name of the host; {@code query} begins with a question mark. */
    public String serviceUrl(String host, String query) {
        return url(SERVICE, host, query);
    }

    /** Asks the owner's question, whose answer is one value. */
    public String ask(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return Sql.text(connection, sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private String url(String user, String host, String query) {
        return "postgresql://" + user + "@" + host + ":" + postgres.getPort() + "/postgres" + query;
    }

    private void encrypt(PrivateCa.Identity identity) throws IOException, SQLException {
        Path directory = Path.of(ask("show data_directory"));
        Files.writeString(directory.resolve("server.crt"), identity.certificate());
        Path key = Files.createFile(
                directory.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, identity.key());
        Files.writeString(
                Path.of(ask("show hba_file")),
                "host all postgres all trust\nhostssl all all all scram-sha-256\nhostnossl all all all reject\n");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
        // It reads its settings when it gets to it.
        await().ignoreExceptions().until(this::encrypted);
    }

    private boolean encrypted() throws SQLException {
        DatabaseUrl service = DatabaseUrl.parse("SERVICE", serviceUrl("127.0.0.1", "?sslmode=require"));
        try (Connection connection =
                DriverManager.getConnection(service.jdbcUrl(), service.user(), service.password())) {
            return connection.isValid(1);
        }
    }
}
