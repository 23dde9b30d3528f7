package org.athena.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Really signs a header and a payload that are JSON text, so that a token can hold what no library would write.
 *
 * @param algorithm HS256 or ES256
 * @param keyId the {@code kid} of every token
 * @param key the secret or the private key
 */
record RawSigner(String algorithm, String keyId, Key key) {

    static RawSigner hs256(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new RawSigner("HS256", "QUJDREVGR0hJSktM", new SecretKeySpec(bytes, "HmacSHA256"));
    }

    static RawSigner es256(PublicJsonWebKey pair) {
        return new RawSigner("ES256", pair.getKeyId(), pair.getPrivateKey());
    }

    /**
     * @param header members that are added to the usual ones, or replace them, each with its value as JSON text
     * @param payload the same for the claims, all of them
     */
    String sign(Map<String, String> header, Map<String, String> payload) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("alg", "\"" + algorithm + "\"");
        members.put("typ", "\"JWT\"");
        members.put("kid", "\"" + keyId + "\"");
        members.putAll(header);
        return sign(Mutation.base64(object(members)), Mutation.base64(object(payload)));
    }

    /** Signs two encoded parts as they are. */
    String sign(String header, String payload) {
        String signed = header + "." + payload;
        return signed + "." + Mutation.base64(signature(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private byte[] signature(byte[] signed) {
        try {
            if (algorithm.equals("HS256")) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(signed);
            }
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign((PrivateKey) key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
