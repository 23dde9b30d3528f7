package org.athena.platform.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the edge says to browsers, and how long it waits for bodies. */
@ConfigMapping(prefix = "athena.edge")
interface EdgeConfig {

    /** Origins whose pages may call the API; none when absent. */
    Optional<List<String>> corsOrigins();

    /** Whether browsers may send cookies and client certificates along; tokens in a header need none. */
    @WithDefault("false")
    boolean corsCredentials();

    /** How long a body may take from when the service begins to read it, {@code ATHENA_BODY_DEADLINE}. */
    @WithDefault("30S")
    Duration bodyDeadline();

    /** The same for what is not JSON: a file, {@code ATHENA_FILE_DEADLINE}. */
    @WithDefault("60S")
    Duration fileDeadline();

    /** How long browsers may not come without TLS (RFC 6797); absent where TLS does not end before the service. */
    Optional<Duration> hsts();
}
