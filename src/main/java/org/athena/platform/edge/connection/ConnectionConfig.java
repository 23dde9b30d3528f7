package org.athena.platform.edge.connection;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a connection may take its time for, and what is spoken on it. */
@ConfigMapping(prefix = "athena.connection")
interface ConnectionConfig {

    /** How long the head of a request may take from its first byte, {@code ATHENA_HEAD_DEADLINE}; then the connection ends. */
    @WithDefault("15S")
    Duration headDeadline();

    /**
     * Whether HTTP/2 is spoken without TLS, {@code ATHENA_HTTP2_CLEARTEXT}. Default false: a proxy in front speaks HTTP/1.1 to
     * the service, and what nobody uses is not offered.
     */
    @WithDefault("false")
    boolean http2Cleartext();
}
