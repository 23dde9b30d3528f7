package org.athena.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service that has little of everything: tests of limits share one start of it. */
public class Tight implements QuarkusTestProfile {

    /** Searches that a user may make in a minute; so few that a slow machine asks too often, too. */
    public static final int SEARCHES = 3;

    /** Errors of pages that are taken from an address in a minute. */
    public static final int PAGE_ERRORS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ATHENA_DATABASE_POOL_SIZE", "1",
                "ATHENA_DATABASE_ACQUISITION_TIMEOUT", "1S",
                "ATHENA_DATABASE_CONNECTION_LIFETIME", "7M",
                "athena.database.statement-timeout", "6S",
                "athena.database.lock-timeout", "4S",
                "athena.limits.searches-per-minute", String.valueOf(SEARCHES),
                "athena.limits.page-errors-per-minute", String.valueOf(PAGE_ERRORS));
    }
}
