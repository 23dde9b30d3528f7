package org.athena.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the service's work with PostgreSQL, apart from its address. */
@ConfigMapping(prefix = "athena.database")
public interface DatabaseConfig {

    /** How long one statement of a request may take before PostgreSQL ends it; answered with 503. Default 20 s. */
    @WithDefault("20S")
    Duration statementTimeout();

    /** How long a request waits for a row that another request is writing; answered with 409. Default 10 s. */
    @WithDefault("10S")
    Duration lockTimeout();

    /** How far the replica of {@code DATABASE_READ_URL} may be behind for reports to be read from it. Default 30 s, at most 5 minutes. */
    @WithDefault("30S")
    Duration replicaMaxLag();
}
