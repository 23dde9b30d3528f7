package org.athena.platform.request;

import io.vertx.core.http.HttpServerRequest;

/** The address of the caller. Forwarding headers count when the proxy is trusted ({@code ATHENA_TRUSTED_PROXIES}). */
public final class ClientAddress {

    private ClientAddress() {}

    /** The address; an empty text when the connection has none, as over a Unix socket. */
    public static String of(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return address == null ? "" : address;
    }
}
