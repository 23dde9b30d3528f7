package org.athena.platform.identity;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A bearer token that asks to be examined. */
class BearerRequest extends BaseAuthenticationRequest {

    private final String token;
    private final String client;

    BearerRequest(String token, String client) {
        this.token = token;
        this.client = client;
    }

    String token() {
        return token;
    }

    String client() {
        return client;
    }
}
