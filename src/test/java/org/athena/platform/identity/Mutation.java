package org.athena.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.Tokens;

/** A good token and its variations, each different in one point. */
record Mutation(Tokens tokens, Map<String, Object> claims) {

    static Mutation of(Tokens tokens, UUID user) {
        return new Mutation(tokens, tokens.claims(user));
    }

    String good() {
        return tokens.sign(claims, Map.of());
    }

    /** Really signed, with one claim set, or left out when null. */
    String claim(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return tokens.sign(changed, Map.of());
    }

    /** Really signed, with one more member in the header. */
    String header(String name, Object value) {
        return tokens.sign(claims, Map.of(name, value));
    }

    /** Signed by the same key under another name. */
    String keyId(String keyId) {
        return new Tokens(tokens.issuer(), tokens.algorithm(), keyId, tokens.key()).sign(claims, Map.of());
    }

    /** Signed by another key under the same name. */
    String key(Key key) {
        return new Tokens(tokens.issuer(), tokens.algorithm(), tokens.keyId(), key).sign(claims, Map.of());
    }

    /** One of the three parts replaced, without a new signature. */
    String part(int index, String value) {
        String[] parts = good().split("\\.");
        parts[index] = value;
        return String.join(".", parts);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
