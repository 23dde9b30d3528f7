package org.athena.devmode;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Issues access tokens with the claims that Supabase's tokens have, and reads its own tokens. */
class AccessTokens {

    /**
     * @param session the session that a token names
     * @param user whose it is
     */
    record Claimed(UUID session, UUID user) {}

    private final String issuer;
    private final SigningKeys keys;
    private volatile long lifeSeconds;

    AccessTokens(String issuer, SigningKeys keys, long lifeSeconds) {
        this.issuer = issuer;
        this.keys = keys;
        this.lifeSeconds = lifeSeconds;
    }

    void life(long seconds) {
        lifeSeconds = seconds;
    }

    long lifeSeconds() {
        return lifeSeconds;
    }

    String issue(Accounts.Account account, Session session) {
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(account.id.toString());
        claims.setAudience("authenticated");
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifeSeconds));
        claims.setClaim("email", account.email);
        claims.setClaim("phone", "");
        claims.setClaim("role", "authenticated");
        claims.setClaim("aal", session.level());
        claims.setClaim(
                "amr",
                session.proofs().stream()
                        .map(proof -> Map.of(
                                "method",
                                proof.method(),
                                "timestamp",
                                proof.at().getEpochSecond()))
                        .toList());
        claims.setClaim("session_id", session.id().toString());
        claims.setClaim("is_anonymous", false);
        claims.setClaim("app_metadata", account.appMetadata);
        claims.setClaim("user_metadata", account.userMetadata);
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        try {
            EllipticCurveJsonWebKey key = keys.current();
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue("ES256");
            signature.setHeader("typ", "JWT");
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token names; empty when the stand-in did not sign the token or it is not valid. */
    Optional<Claimed> read(String token) {
        for (EllipticCurveJsonWebKey key : keys.published()) {
            try {
                JwtClaims claims = new JwtConsumerBuilder()
                        .setVerificationKey(key.getPublicKey())
                        .setExpectedIssuer(issuer)
                        .setExpectedAudience("authenticated")
                        .setRequireExpirationTime()
                        .build()
                        .processToClaims(token);
                return Optional.of(new Claimed(
                        UUID.fromString(claims.getClaimValueAsString("session_id")),
                        UUID.fromString(claims.getSubject())));
            } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
                // Another key may fit.
            }
        }
        return Optional.empty();
    }
}
