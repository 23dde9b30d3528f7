package org.athena.devmode;

import java.util.LinkedList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The ES256 keys: the first signs, all are published. */
class SigningKeys {

    private static final int MAX = 4;

    private final LinkedList<EllipticCurveJsonWebKey> keys = new LinkedList<>();

    SigningKeys() {
        rotate();
    }

    /** A new key signs from now on; those before stay published until they are withdrawn. */
    synchronized void rotate() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("ES256");
            key.setUse("sig");
            keys.addFirst(key);
            while (keys.size() > MAX) {
                keys.removeLast();
            }
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the key that signs stays published. */
    synchronized void withdrawOld() {
        keys.subList(1, keys.size()).clear();
    }

    synchronized EllipticCurveJsonWebKey current() {
        return keys.getFirst();
    }

    synchronized List<EllipticCurveJsonWebKey> published() {
        return List.copyOf(keys);
    }

    /** The key set (RFC 7517). */
    String jwks() {
        return published().stream()
                .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
