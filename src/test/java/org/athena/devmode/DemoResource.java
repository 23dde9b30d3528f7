package org.athena.devmode;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What dev mode starts: a database with the demo data, and everybody's account. Its own, because the data is for looking at. */
public class DemoResource implements QuarkusTestResourceLifecycleManager {

    private static final long TOKEN_MINUTES = 60;
    private static final String PAGE = "http://localhost:8080";

    private EmbeddedPostgres postgres;
    private AuthStandIn standIn;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
            standIn = DevServices.standIn(TOKEN_MINUTES, PAGE);
            return Map.of(
                    "DATABASE_URL",
                    DevServices.filled("127.0.0.1:" + postgres.getPort() + "/postgres"),
                    "SUPABASE_URL",
                    standIn.url(),
                    "SUPABASE_ANON_KEY",
                    standIn.anonKey(),
                    "SUPABASE_SERVICE_ROLE_KEY",
                    standIn.serviceKey(),
                    // Long, so that what a test sees done was begun by the request that planned it.
                    "ATHENA_WORK_EVERY",
                    "1H",
                    "quarkus.http.host",
                    "127.0.0.1",
                    "quarkus.management.host",
                    "127.0.0.1",
                    "MANAGEMENT_PORT",
                    "0");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(AuthStandIn.class));
    }

    /** What was started, even if the rest was not. */
    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
        if (postgres != null) {
            close(postgres);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
