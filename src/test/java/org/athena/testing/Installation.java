package org.athena.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * What a service needs around it: a database with its round trips counted, Supabase Auth for tokens and for accounts, and a management
 * port that the test knows. Tests that name this class, and no profile, share one start of the service.
 */
public class Installation implements QuarkusTestResourceLifecycleManager {

    private final List<QuarkusTestResourceLifecycleManager> parts;

    /** The database is reached through {@link CountingProxy}. */
    public Installation() {
        this(new CountingProxy());
    }

    Installation(QuarkusTestResourceLifecycleManager... own) {
        parts = new ArrayList<>(List.of(own));
        parts.addAll(List.of(new AuthServer(), new SupabaseAdminResource(), new ManagementPort()));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        parts.forEach(part -> settings.putAll(part.start()));
        // All tests come from one address, and those of every route send more than a page ever does.
        settings.put("ATHENA_LIMITS_PAGE_ERRORS_PER_MINUTE", "0");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        parts.forEach(part -> part.inject(injector));
    }

    @Override
    public void stop() {
        parts.forEach(QuarkusTestResourceLifecycleManager::stop);
    }
}
