package org.athena.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts a {@link Pooler} between the service and its database. */
public class PoolerResource implements QuarkusTestResourceLifecycleManager {

    private Pooler pooler;

    @Override
    public Map<String, String> start() {
        String direct = DatabaseResource.serviceUrl();
        // Without the program the class is skipped, aloud; there is nothing to start.
        if (Pooler.program().isEmpty()) {
            return Map.of("DATABASE_URL", direct, "quarkus.http.host", "127.0.0.1");
        }
        try {
            pooler = Pooler.before(direct);
            return Map.of("DATABASE_URL", through(pooler, direct), "quarkus.http.host", "127.0.0.1");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(pooler, new TestInjector.MatchesType(Pooler.class));
    }

    @Override
    public void stop() {
        if (pooler != null) {
            pooler.close();
        }
    }

    /** For a whole run of tests: it ends with the JVM, and leaves behind what went through it. */
    static String before(String direct) throws IOException {
        Pooler pooler = Pooler.before(direct);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> report(pooler)));
        return through(pooler, direct);
    }

    private static void report(Pooler pooler) {
        try (pooler) {
            Files.writeString(
                    Path.of("target/pooler.txt"),
                    pooler.transactions() + " transactions through PgBouncer, over " + pooler.servers()
                            + " connections to PostgreSQL\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String through(Pooler pooler, String direct) {
        int port = DatabaseUrl.parse("URL", direct).port();
        return direct.replace(":" + port + "/", ":" + pooler.port() + "/");
    }
}
