package org.athena.devmode;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of a second factor: RFC 6238 with SHA-1, six digits and steps of 30 seconds, as authenticator apps have it. */
final class Totp {

    static final int STEP_SECONDS = 30;

    private static final int SECRET_BYTES = 20;
    private static final int SECRET_DIGITS = SECRET_BYTES * 8 / 5;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as an app takes it, in base 32. */
    static String written(byte[] secret) {
        StringBuilder text = new StringBuilder();
        for (char digit : new BigInteger(1, secret).toString(32).toCharArray()) {
            text.append(BASE_32.charAt(Character.digit(digit, 32)));
        }
        return "A".repeat(SECRET_DIGITS - text.length()) + text;
    }

    /** The code of the step, counted from 1970. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
