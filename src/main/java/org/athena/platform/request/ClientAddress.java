package org.athena.platform.request;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as far as the proxies in between are believed ({@code ATHENA_TRUSTED_PROXIES}). */
public final class ClientAddress {

    private ClientAddress() {}

    /** Empty when the connection has none, as over a socket of the file system. */
    public static String of(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return address == null ? "" : address;
    }
}
