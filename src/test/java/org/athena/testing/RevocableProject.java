package org.athena.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A service on a {@link SupabaseProject}, with round trips counted. The argument {@code revocation} is the setting: with
 * {@code true} the database has the function, too.
 */
public class RevocableProject extends CountingProxy {

    private SupabaseProject project;
    private boolean strong;

    @Override
    public void init(Map<String, String> arguments) {
        strong = Boolean.parseBoolean(arguments.get("revocation"));
    }

    @Override
    public Map<String, String> start() {
        try {
            project = SupabaseProject.start();
            if (strong) {
                project.runFile("revocation.sql");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>(before(project.serviceUrl()));
        settings.put("ATHENA_STRONG_REVOCATION", String.valueOf(strong));
        // Otherwise a token without a session would be refused before.
        settings.put("athena.auth.session-required", "false");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(project, new TestInjector.MatchesType(SupabaseProject.class));
    }

    @Override
    public void stop() {
        super.stop();
        try {
            project.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
