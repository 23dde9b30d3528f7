package org.athena.platform.limits;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits for one user in a minute, and for work at the same time, on one instance; 0 means no limit. */
@ConfigMapping(prefix = "athena.limits")
interface LimitConfig {

    /** How many times more often than importing a user may take imports back. */
    int TAKE_BACKS = 6;

    @WithDefault("10")
    int importsPerMinute();

    @WithDefault("60")
    int accountsPerMinute();

    @WithDefault("300")
    int searchesPerMinute();

    @WithDefault("30")
    int exportsPerMinute();

    /** Reports of one address, whose sender need not be known. */
    @WithDefault("30")
    int pageErrorsPerMinute();

    /** Imports that run at once, of all schools together. */
    @WithDefault("2")
    int importsAtOnce();

    /** Requests of one user that are carried out at once. */
    @WithDefault("20")
    int requestsAtOnce();

    /** Connections to the database that one school may use at once. Default: half of the pool, rounded up. */
    OptionalInt connectionsPerSchool();

    /**
     * The factor by which the limit of one client address is higher than that of a user, because a whole school may share an
     * address. On routes that anybody may call, it is the factor of all addresses together over one.
     */
    @WithDefault("20")
    int clientFactor();

    /** The limit as a number to compare with: 0 becomes the largest number. */
    static int bound(int configured) {
        return configured == 0 ? Integer.MAX_VALUE : configured;
    }

    default int perMinute(Work work) {
        return switch (work) {
            case IMPORT -> importsPerMinute();
            case TAKE_BACK -> importsPerMinute() * TAKE_BACKS;
            case ACCOUNT -> accountsPerMinute();
            case SEARCH -> searchesPerMinute();
            case EXPORT -> exportsPerMinute();
            case PAGE_ERROR -> pageErrorsPerMinute();
        };
    }
}
