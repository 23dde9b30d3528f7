package org.athena.testing;

import java.io.IOException;
import java.util.Map;

import org.athena.devmode.AuthStandIn;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The stand-in for Supabase Auth that dev mode has, for tests that sign in like a person. */
public class SupabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final long LIFE_SECONDS = 3600;

    private AuthStandIn standIn;

    @Override
    public Map<String, String> start() {
        try {
            standIn = new AuthStandIn(LIFE_SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "SUPABASE_URL", standIn.url(),
                "SUPABASE_ANON_KEY", standIn.anonKey(),
                "SUPABASE_SERVICE_ROLE_KEY", standIn.serviceKey());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(AuthStandIn.class));
    }

    @Override
    public void stop() {
        standIn.close();
    }
}
