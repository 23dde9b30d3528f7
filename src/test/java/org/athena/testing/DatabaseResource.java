package org.athena.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.database.Migration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One embedded PostgreSQL 17 for the tests of a JVM, on a free port, migrated as the operator would. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final String OWNER_KEY = "athena.test.owner-url";
    private static final String SERVICE_KEY = "athena.test.service-url";

    @Override
    public Map<String, String> start() {
        return settings(port());
    }

    /** The settings of a service that reaches the database at that port; a packaged one would listen on every interface. */
    static Map<String, String> settings(int port) {
        return Map.of(
                "DATABASE_URL", serviceUrl().replace(":" + port() + "/", ":" + port + "/"),
                "quarkus.http.host", "127.0.0.1",
                "quarkus.management.host", "127.0.0.1",
                "MANAGEMENT_PORT", "0");
    }

    static int port() {
        return DatabaseUrl.parse("URL", serviceUrl()).port();
    }

    /** It ends with the JVM: the next test class goes on with it. */
    @Override
    public void stop() {}

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
                    String service = "postgresql://athena_service:a%20word%21@" + base;
                    new Migration(DatabaseUrl.parse("OWNER", owner), DatabaseUrl.parse("SERVICE", service)).run();
                    System.setProperty(SERVICE_KEY, pooled(service));
                    System.setProperty(OWNER_KEY, owner);
                } catch (IOException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** With {@code -Dathena.test.pooler} all that the restricted role does passes through PgBouncer in transaction mode. */
    private static String pooled(String service) throws IOException {
        return System.getProperty("athena.test.pooler") == null ? service : PoolerResource.before(service);
    }

    /**
     * Starts one more, empty; gives {@code host:port/database}. Its locale knows ASCII alone, so whatever passes here passes on
     * every machine.
     */
    static String start(EmbeddedPostgres.Builder builder) throws IOException {
        return "127.0.0.1:" + builder.setLocaleConfig("locale", "C").start().getPort() + "/postgres";
    }
}
