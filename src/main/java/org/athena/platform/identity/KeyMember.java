package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.text;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.JsonNode;

/** One member of a key set (RFC 7517, section 4). */
final class KeyMember {

    private static final int MIN_RSA_BITS = 2048;
    private static final int ED25519_BYTES = 32;
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** Says why a key is not used; the message continues after the key's name. */
    static class UnusableException extends Exception {
        UnusableException(String reason) {
            super(reason, null, false, false);
        }
    }

    private KeyMember() {}

    /** Its id, empty where it has none. */
    static String id(JsonNode member) {
        return text(member, "kid").orElse("");
    }

    /**
     * Reads a key for the verification of tokens.
     *
     * @throws UnusableException when the key cannot be used; the message says why
     */
    static KeySet.SigningKey read(JsonNode member) throws UnusableException {
        require(member.isObject(), "is not an object");
        require(!id(member).isEmpty(), "has no kid that is text");
        String algorithm = algorithm(member);
        require(!algorithm.isEmpty(), "has a kty and crv that are not accepted");
        require(absentOr(member, "use", "sig"), "has a use other than sig");
        require(absentOr(member, "alg", algorithm), "has an alg other than " + algorithm);
        require(mayVerify(member), "has a key_ops that is not a list of text with verify");
        require(PRIVATE.stream().noneMatch(member::has), "holds a private key");
        PublicKey key = publicKey(member, algorithm);
        require(
                !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= MIN_RSA_BITS,
                "is shorter than 2048 bits");
        require(!(key instanceof ECPublicKey point) || onCurve(point), "is not a point of its curve");
        return new KeySet.SigningKey(algorithm, key);
    }

    /** The only algorithm for this type of key; empty for other types. */
    private static String algorithm(JsonNode member) {
        return switch (text(member, "kty").orElse("")) {
            case "EC" -> text(member, "crv").filter("P-256"::equals).isPresent() ? "ES256" : "";
            case "OKP" -> text(member, "crv").filter("Ed25519"::equals).isPresent() ? "EdDSA" : "";
            case "RSA" -> member.has("crv") ? "" : "RS256";
            default -> "";
        };
    }

    private static boolean absentOr(JsonNode member, String name, String value) {
        return !member.has(name) || text(member, name).filter(value::equals).isPresent();
    }

    private static boolean mayVerify(JsonNode member) {
        JsonNode uses = member.path("key_ops");
        return uses.isMissingNode()
                || uses.isArray()
                        && StreamSupport.stream(uses.spliterator(), false).allMatch(JsonNode::isTextual)
                        && StreamSupport.stream(uses.spliterator(), false)
                                .anyMatch(use -> use.textValue().equals("verify"));
    }

    private static PublicKey publicKey(JsonNode member, String algorithm) throws UnusableException {
        try {
            switch (algorithm) {
                case "RS256" -> requireBytes(member, "n", "e");
                case "ES256" -> requireBytes(member, "x", "y");
                default ->
                    require(
                            Base64Url.decode(text(member, "x").orElse("")).length == ED25519_BYTES,
                            "has an x that is not 32 bytes");
            }
            return PublicJsonWebKey.Factory.newPublicJwk(member.toString()).getPublicKey();
        } catch (JoseException | RuntimeException e) {
            // The library fails on some malformed keys with other exceptions, whose messages may contain the key.
            throw new UnusableException("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** The library ignores characters that are not base64url, so they are checked here. */
    private static void requireBytes(JsonNode member, String... names) throws UnusableException {
        for (String name : names) {
            require(
                    Base64Url.decode(text(member, name).orElse("")).length > 0,
                    "has no " + name + " that is base64url");
        }
    }

    /** The library does not check this, and with a point outside the curve a signature proves nothing. */
    private static boolean onCurve(ECPublicKey key) {
        BigInteger p = ((ECFieldFp) key.getParams().getCurve().getField()).getP();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        BigInteger right = x.pow(3)
                .add(key.getParams().getCurve().getA().multiply(x))
                .add(key.getParams().getCurve().getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static void require(boolean condition, String reason) throws UnusableException {
        if (!condition) {
            throw new UnusableException(reason);
        }
    }
}
