package org.athena.testing;

import java.io.IOException;
import java.util.Map;

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
            pooler = Pooler.before(direct, Pooler.Mode.TRANSACTION);
            return Map.of("DATABASE_URL", pooler.instead(direct), "quarkus.http.host", "127.0.0.1");
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
}
