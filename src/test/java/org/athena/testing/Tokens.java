package org.athena.testing;

import java.security.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Really signed access tokens, as Supabase issues them; every claim can be altered. */
public record Tokens(String issuer, String algorithm, String keyId, Key key) {

    /** A good token of that user. */
    public String of(UUID user) {
        return of(user, claims -> {});
    }

    /** A token that differs from a good one by what {@code change} does to its claims. */
    public String of(UUID user, Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = claims(user);
        change.accept(claims);
        return sign(claims, Map.of());
    }

    /** The claims of a good token. */
    public Map<String, Object> claims(UUID user) {
        long now = System.currentTimeMillis() / 1000;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", user.toString());
        claims.put("aud", "authenticated");
        claims.put("iat", now);
        claims.put("exp", now + 3600);
        claims.put("email", "someone@example.org");
        claims.put("phone", "");
        claims.put("role", "authenticated");
        claims.put("aal", "aal1");
        claims.put("amr", List.of(Map.of("method", "password", "timestamp", now)));
        claims.put("session_id", UUID.randomUUID().toString());
        claims.put("is_anonymous", false);
        claims.put("app_metadata", Map.of("provider", "email"));
        claims.put("user_metadata", Map.of());
        return claims;
    }

    /** Signs claims under a header with more members. */
    public String sign(Map<String, Object> claims, Map<String, Object> header) {
        try {
            JwtClaims body = new JwtClaims();
            claims.forEach(body::setClaim);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(body.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setHeader("typ", "JWT");
            if (keyId != null) {
                signature.setKeyIdHeaderValue(keyId);
            }
            header.forEach(signature::setHeader);
            signature.setDoKeyValidation(false);
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
