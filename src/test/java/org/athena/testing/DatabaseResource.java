package org.athena.testing;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One embedded PostgreSQL 17 for the tests of a JVM, on a free port, migrated as the operator would. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    static final String SERVICE_ROLE = "athena_service";

    private static final String OWNER_KEY = "athena.test.owner-url";
    private static final String SERVICE_KEY = "athena.test.service-url";

    @Override
    public Map<String, String> start() {
        return settings(port());
    }

    /** The settings of a service that reaches the database at that port; a packaged one would listen on every interface. */
    static Map<String, String> settings(int port) {
        return settings(serviceUrl().replace(":" + port() + "/", ":" + port + "/"));
    }

    /** The settings of a service with that address of its database. */
    static Map<String, String> settings(String serviceUrl) {
        // Said each time: what one test class sets is still there when a package is started for the next one.
        Map<String, String> settings = new HashMap<>(Map.of("quarkus.datasource.jdbc.min-size", "0"));
        settings.putAll(PooledRun.settings());
        settings.put("DATABASE_URL", serviceUrl);
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("MANAGEMENT_PORT", "0");
        // A round of its own would take a connection and round trips that tests count.
        settings.put("ATHENA_WORK_EVERY", "off");
        return settings;
    }

    static int port() {
        return DatabaseUrl.parse("URL", serviceUrl()).port();
    }

    /** It ends with the JVM: the next test class goes on with it. */
    @Override
    public void stop() {}

    /**
     * Makes another database the one that tests arrange and look into, until what this gives is run.
     *
     * @param owner the owner's connection string
     * @param service the restricted role's
     */
    static Runnable instead(String owner, String service) {
        String ownerBefore = ownerUrl();
        String serviceBefore = serviceUrl();
        System.setProperty(OWNER_KEY, owner);
        System.setProperty(SERVICE_KEY, service);
        return () -> {
            System.setProperty(OWNER_KEY, ownerBefore);
            System.setProperty(SERVICE_KEY, serviceBefore);
        };
    }

    /** The restricted role's connection string. */
    public static String serviceUrl() {
        ensureStarted();
        return System.getProperty(SERVICE_KEY);
    }

    /** The owner's connection string. */
    public static String ownerUrl() {
        ensureStarted();
        return System.getProperty(OWNER_KEY);
    }

    /** A connection for which row level security does not count, to arrange and to look behind the scenes. */
    public static Connection owner() throws SQLException {
        return open(ownerUrl());
    }

    /** A connection as the service has it. */
    public static Connection service() throws SQLException {
        return open(serviceUrl());
    }

    static Connection open(String url) throws SQLException {
        DatabaseUrl database = DatabaseUrl.parse("URL", url);
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** Kept in system properties, because Quarkus loads this class more than once. */
    private static synchronized void ensureStarted() {
        synchronized (System.class) {
            if (System.getProperty(OWNER_KEY) == null) {
                try {
                    String base = start(EmbeddedPostgres.builder());
                    String owner = "postgresql://postgres@" + base;
                    String service = "postgresql://" + SERVICE_ROLE + ":a%20word%21@" + base;
                    Migration migration =
                            new Migration(DatabaseUrl.parse("OWNER", owner), DatabaseUrl.parse("SERVICE", service));
                    migration.run();
                    makeTablesOfTests(owner);
                    // The grants come from the catalog.
                    migration.run();
                    askForPassword(owner, service);
                    System.setProperty(SERVICE_KEY, PooledRun.address(service));
                    System.setProperty(OWNER_KEY, owner);
                } catch (IOException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Entities of the tests have tables as a feature has them. */
    private static void makeTablesOfTests(String owner) throws IOException, SQLException {
        try (Connection connection = open(owner);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src/test/resources/db/lockers.sql")));
        }
    }

    /** As a real one does; the embedded one would let in everybody. */
    private static void askForPassword(String owner, String service) throws IOException, SQLException {
        try (Connection connection = open(owner);
                Statement statement = connection.createStatement()) {
            String file;
            try (ResultSet row = statement.executeQuery("show hba_file")) {
                row.next();
                file = row.getString(1);
            }
            Files.writeString(
                    Path.of(file), "host all " + SERVICE_ROLE + " all scram-sha-256\nhost all all all trust\n");
            statement.execute("select pg_reload_conf()");
        }
        // It reads the file when it gets to it.
        String wrong = service.replaceFirst(":[^:@]*@", ":wrong@");
        await().until(() -> catchThrowable(() -> open(wrong).close()) != null);
    }

    /**
     * Starts one more, empty; gives {@code host:port/database}. Its locale knows ASCII alone, so whatever passes here passes on
     * every machine.
     */
    static String start(EmbeddedPostgres.Builder builder) throws IOException {
        return "127.0.0.1:" + builder.setLocaleConfig("locale", "C").start().getPort() + "/postgres";
    }
}
