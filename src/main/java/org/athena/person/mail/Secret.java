package org.athena.person.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import org.athena.platform.request.Sha256;

/**
 * The secret of an invitation. It travels in the mail alone; the database has its hash. Whoever is signed in and presents it
 * accepts the invitation.
 *
 * @param text 128 random bits, in 22 characters that an address may contain
 */
public record Secret(String text) {

    private static final int BYTES = 16;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the database keeps: 128 random bits cannot be found by trying, so a plain SHA-256 is enough. */
    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
