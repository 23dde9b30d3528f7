package org.athena.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The settings of a service that pages of two origins may call. */
public class TwoOrigins implements QuarkusTestResourceLifecycleManager {

    /** One of them. */
    public static final String ORIGIN = "https://app.example.org";

    @Override
    public Map<String, String> start() {
        return Map.of("ATHENA_CORS_ORIGINS", "https://other.example.org, " + ORIGIN, "ATHENA_HSTS", "365D");
    }

    @Override
    public void stop() {}
}
