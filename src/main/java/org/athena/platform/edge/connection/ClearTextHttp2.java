package org.athena.platform.edge.connection;

import jakarta.inject.Singleton;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** Offers HTTP/2 without TLS only when the operator asks for it. Quarkus' own switch would also switch off HTTP/2 over TLS. */
@Singleton
class ClearTextHttp2 implements HttpServerOptionsCustomizer {

    private final ConnectionConfig config;

    ClearTextHttp2(ConnectionConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(config.http2Cleartext());
    }
}
