package org.athena.platform.limits;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one user may do in a minute, and how much may be at work at once, on one instance; 0 is no limit. */
@ConfigMapping(prefix = "athena.limits")
interface LimitConfig {

    @WithDefault("10")
    int importsPerMinute();

    @WithDefault("60")
    int accountsPerMinute();

    @WithDefault("300")
    int searchesPerMinute();

    /** Imports at work at once, of whatever school. */
    @WithDefault("2")
    int importsAtOnce();

    /** Requests of one user at work at once. */
    @WithDefault("20")
    int requestsAtOnce();

    /** Connections to the database that one school holds at once. Default: half of the pool, rounded up. */
    OptionalInt connectionsPerSchool();

    /** How many times more one address may do, which a whole school may share. */
    @WithDefault("20")
    int clientFactor();

    /** A bound that can be compared with: 0 is none. */
    static int bound(int configured) {
        return configured == 0 ? Integer.MAX_VALUE : configured;
    }

    default int perMinute(Work work) {
        return switch (work) {
            case IMPORT -> importsPerMinute();
            case ACCOUNT -> accountsPerMinute();
            case SEARCH -> searchesPerMinute();
        };
    }
}
