package org.athena.platform.request;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of what a request brought, which stands for it where the text itself must not be kept. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes. */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
