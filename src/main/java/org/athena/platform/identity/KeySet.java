package org.athena.platform.identity;

import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The published keys by their id (RFC 7517).
 *
 * @param keys the usable ones
 */
record KeySet(Map<String, SigningKey> keys) {

    static final KeySet EMPTY = new KeySet(Map.of());
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_KEYS = 20;

    /**
     * @param algorithm the one algorithm this key is good for, whatever a token says
     * @param key the public key
     */
    record SigningKey(String algorithm, PublicKey key) {}

    /**
     * Reads a key set; a member that cannot be trusted is left out and the rest serves.
     *
     * @throws IOException when it is no key set
     */
    static KeySet parse(byte[] json) throws IOException {
        JsonNode members = TokenShape.strict(json).path("keys");
        if (!members.isArray() || members.size() > MAX_KEYS) {
            throw new IOException("no key set");
        }
        Map<String, SigningKey> keys = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode member : members) {
            String id = member.path("kid").asText("");
            SigningKey key = key(member);
            if (id.isEmpty() || key == null) {
                LOG.warnf(
                        "a published key is not usable and was left out (kty %s)",
                        member.path("kty").asText());
            } else if (keys.put(id, key) != null) {
                twice.add(id);
            }
        }
        // Two keys under one id: which of them signed would be the attacker's choice.
        keys.keySet().removeAll(twice);
        return new KeySet(Map.copyOf(keys));
    }

    private static SigningKey key(JsonNode member) {
        String algorithm =
                switch (member.path("kty").asText() + " " + member.path("crv").asText()) {
                    case "EC P-256" -> "ES256";
                    case "OKP Ed25519" -> "EdDSA";
                    case "RSA " -> "RS256";
                    default -> "";
                };
        boolean forSigning = member.path("use").asText("sig").equals("sig");
        boolean agrees = member.path("alg").asText(algorithm).equals(algorithm);
        if (algorithm.isEmpty() || !forSigning || !agrees) {
            return null;
        }
        try {
            PublicKey key =
                    PublicJsonWebKey.Factory.newPublicJwk(member.toString()).getPublicKey();
            boolean weak = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS;
            return weak ? null : new SigningKey(algorithm, key);
        } catch (JoseException e) {
            return null;
        }
    }
}
