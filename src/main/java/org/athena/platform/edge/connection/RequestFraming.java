package org.athena.platform.edge.connection;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Checks whether the head says without doubt where the request ends (RFC 9112, sections 2.3 and 6). Netty checks the other cases
 * itself.
 */
final class RequestFraming {

    private RequestFraming() {}

    /**
     * @param request the request's head, parsed by Netty
     * @return why it is refused, or null
     */
    static String fault(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        // Netty makes a new object for a version that is not spelt exactly like these.
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
            return "the version is neither HTTP/1.1 nor HTTP/1.0";
        }
        HttpHeaders headers = request.headers();
        // In a draft of WebSocket, eight bytes followed a head without a length. Netty still reads them.
        if (headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)) {
            return "the handshake belongs to a draft of WebSocket";
        }
        return codingFault(version, headers);
    }

    /**
     * The service decodes chunked only. Another coding beside it would be for another reader, who may see another end of the
     * request.
     */
    private static String codingFault(HttpVersion version, HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return null;
        }
        if (version != HttpVersion.HTTP_1_1 || headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            return "a transfer coding is sent together with a length, or in HTTP/1.0";
        }
        boolean chunked = codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
        return chunked ? null : "the only transfer coding must be chunked";
    }
}
