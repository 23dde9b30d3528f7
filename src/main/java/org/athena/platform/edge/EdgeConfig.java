package org.athena.platform.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for browsers and for the time that bodies may take. */
@ConfigMapping(prefix = "athena.edge")
interface EdgeConfig {

    /** Origins whose pages may call the API; none when absent. */
    Optional<List<String>> corsOrigins();

    /** Whether browsers may send cookies and client certificates; tokens in a header do not need this. */
    @WithDefault("false")
    boolean corsCredentials();

    /** How long a body may take after the service begins to read it, {@code ATHENA_BODY_DEADLINE}. */
    @WithDefault("30S")
    Duration bodyDeadline();

    /** How long a file (a body that is not JSON) may take, {@code ATHENA_FILE_DEADLINE}. */
    @WithDefault("60S")
    Duration fileDeadline();

    /** How long browsers must use TLS only (RFC 6797); absent where no proxy or service ends TLS. */
    Optional<Duration> hsts();
}
