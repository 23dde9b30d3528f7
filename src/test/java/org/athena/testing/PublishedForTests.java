package org.athena.testing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Real key pairs, and which of them {@link AuthServer} publishes. */
public class PublishedForTests {

    private final Map<String, PublicJsonWebKey> own =
            Map.of("ES256", generate("ES256"), "RS256", generate("RS256"), "EdDSA", generate("EdDSA"));
    private final Map<String, JsonWebKey> published = new ConcurrentHashMap<>();

    /** A new key pair with an id of its own. */
    public static PublicJsonWebKey generate(String algorithm) {
        try {
            PublicJsonWebKey key = switch (algorithm) {
                case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case "RS256" -> RsaJwkGenerator.generateJwk(2048);
                default -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            };
            key.setKeyId(UUID.randomUUID().toString());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes one more. */
    public void publish(JsonWebKey key) {
        published.put(key.getKeyId(), key);
    }

    /** Publishes it no longer. */
    public void withdraw(String keyId) {
        published.remove(keyId);
    }

    /** The public key of the pair for that algorithm. */
    public PublicJsonWebKey own(String algorithm) {
        return own.get(algorithm);
    }

    void reset() {
        published.clear();
        own.values().forEach(this::publish);
    }

    /** The key set as Supabase sends it. */
    public String json() {
        return published.values().stream()
                .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    Tokens signer(String algorithm, String issuer) {
        PublicJsonWebKey key = own.get(algorithm);
        return new Tokens(issuer, algorithm, key.getKeyId(), key.getPrivateKey());
    }
}
