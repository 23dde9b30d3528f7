package org.athena.platform.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import io.vertx.core.buffer.Buffer;

/**
 * A file of the page, as one of its two representations.
 *
 * @param body its bytes, compressed or not
 * @param type its media type
 * @param tag a strong tag of these bytes (RFC 9110, section 8.8.3)
 * @param compressed whether the bytes are a gzip stream
 */
record PageFile(Buffer body, String type, String tag, boolean compressed) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json");

    static PageFile of(String name, byte[] bytes, boolean compressed) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new PageFile(Buffer.buffer(bytes), type, tag(bytes), compressed);
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(sum, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
