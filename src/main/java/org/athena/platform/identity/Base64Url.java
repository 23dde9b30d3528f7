package org.athena.platform.identity;

import java.util.Base64;

/** base64url without padding (RFC 7515, section 2), in its one canonical form: the bits that the last character leaves over are zero. */
final class Base64Url {

    private Base64Url() {}

    /**
     * @throws IllegalArgumentException when the text is not exactly what encoding its bytes gives
     */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not canonical base64url");
        }
        return bytes;
    }
}
