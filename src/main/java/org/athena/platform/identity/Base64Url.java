package org.athena.platform.identity;

import java.util.Base64;

/**
 * base64url without padding (RFC 7515, section 2). Only the canonical form is read, in which the unused bits of the last
 * character are zero.
 */
final class Base64Url {

    private Base64Url() {}

    /** @throws IllegalArgumentException when encoding the bytes would not give the same text */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not canonical base64url");
        }
        return bytes;
    }
}
