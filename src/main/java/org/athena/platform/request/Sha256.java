package org.athena.platform.request;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of text from a request, stored instead of text that must not be stored itself. */
public final class Sha256 {

    private Sha256() {}

    /** The hash, 32 bytes. */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
