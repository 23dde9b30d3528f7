package org.athena.platform.edge.connection;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for connections: time limits and protocols. */
@ConfigMapping(prefix = "athena.connection")
interface ConnectionConfig {

    /** How long the head of a request may take from its first byte, {@code ATHENA_HEAD_DEADLINE}; then the connection ends. */
    @WithDefault("15S")
    Duration headDeadline();

    /**
     * Whether the service accepts HTTP/2 without TLS, {@code ATHENA_HTTP2_CLEARTEXT}. Default false, because proxies usually use
     * HTTP/1.1 to the service.
     */
    @WithDefault("false")
    boolean http2Cleartext();
}
