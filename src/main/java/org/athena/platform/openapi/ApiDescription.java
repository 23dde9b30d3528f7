package org.athena.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers with the API's description (OpenAPI 3.1), the file {@code openapi.json}, unchanged. Everybody may read it. The code
 * that makes the file is not part of the packaged service (docs/decisions/description-as-a-file.md).
 */
@Singleton
class ApiDescription {

    private static final String ADDRESS = "/q/openapi";
    private static final String FILE = "/openapi.json";

    private final Buffer document;
    private final String tag;

    ApiDescription() throws IOException, NoSuchAlgorithmException {
        try (InputStream file = ApiDescription.class.getResourceAsStream(FILE)) {
            byte[] bytes = file.readAllBytes();
            document = Buffer.buffer(bytes);
            tag = '"'
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16)
                    + '"';
        }
    }

    void serve(@Observes Router router) {
        router.route(ADDRESS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    /** Clients may cache the file but must ask each time whether it has changed, because an update of the service changes it. */
    private void answer(RoutingContext context) {
        HttpServerResponse response =
                context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (names(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .end(document);
        }
    }

    /** A proxy that compresses makes the tag weak, so weak tags are compared as well (RFC 9110, section 13.1.2). */
    private boolean names(String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
