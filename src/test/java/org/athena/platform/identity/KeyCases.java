package org.athena.platform.identity;

import static org.athena.platform.identity.Mutation.base64;
import static org.athena.platform.identity.TokenCase.BAD;
import static org.athena.platform.identity.TokenCase.UNAVAILABLE;
import static org.athena.platform.identity.TokenCase.after;
import static org.athena.platform.identity.TokenCase.bad;
import static org.athena.platform.identity.TokenCase.good;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Tokens;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;

/** Which key a token is checked with, and what follows when there is none. Supabase Auth is down unless a case says so. */
final class KeyCases {

    private static final Runnable REFUSES =
            () -> AuthServer.userAnswer = new Answer(403, "bad_jwt", "{\"msg\":\"invalid JWT\"}");

    private KeyCases() {}

    static List<TokenCase> of(UUID user) {
        Mutation hs = Mutation.of(AuthServer.hs256(), user);
        Mutation es = Mutation.of(AuthServer.es256(), user);
        Mutation rs = Mutation.of(AuthServer.rs256(), user);
        Mutation ed = Mutation.of(AuthServer.edDsa(), user);
        List<TokenCase> cases = new ArrayList<>();
        cases.add(good("HS256 by the secret", hs.good()));
        cases.add(good("HS256 by the secret, without kid", hs.good(), hs.keyId(null)));
        cases.add(good("HS256 by the secret before the rotation", hs.good(), previous(user)));
        cases.add(good("ES256 by a published key", es.good()));
        cases.add(good("RS256 by a published key", rs.good()));
        cases.add(good("EdDSA by a published key", ed.good()));
        cases.addAll(publishedKeys(es, rs, ed));
        cases.addAll(secrets(hs, es, user));
        cases.addAll(unknownKeys(es));
        return cases;
    }

    private static List<TokenCase> publishedKeys(Mutation es, Mutation rs, Mutation ed) {
        String zeros = base64(new byte[64]);
        return List.of(
                bad("ES256 without kid", es.good(), es.keyId(null)),
                bad("RS256 without kid", rs.good(), rs.keyId(null)),
                bad("ES256, known kid, another key", es.good(), es.key(another("ES256"))),
                bad("RS256, known kid, another key", rs.good(), rs.key(another("RS256"))),
                bad("EdDSA, known kid, another key", ed.good(), ed.key(another("EdDSA"))),
                bad(
                        "ES256 by the kid of the RSA key",
                        es.good(),
                        es.keyId(rs.tokens().keyId())),
                bad(
                        "RS256 by the kid of the ES256 key",
                        rs.good(),
                        rs.keyId(es.tokens().keyId())),
                bad(
                        "EdDSA by the kid of the ES256 key",
                        ed.good(),
                        ed.keyId(es.tokens().keyId())),
                bad("all-zero ES256 signature", es.good(), es.part(2, zeros)),
                bad("all-zero EdDSA signature", ed.good(), ed.part(2, zeros)),
                bad("ES256 signature in DER", es.good(), es.part(2, base64("0E\u0002 " + "x".repeat(67)))),
                bad(
                        "signed by the key that the header embeds",
                        es.good(),
                        embedded(es, es.tokens().keyId())));
    }

    private static List<TokenCase> secrets(Mutation hs, Mutation es, UUID user) {
        PublicJsonWebKey published = AuthServer.keys().own("ES256");
        String json = published.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        Mutation byPublicKey = new Mutation(hmac(es, json), es.claims());
        Mutation stranger = Mutation.of(stranger(), user);
        return List.of(
                bad("HS256 by the secret, with a published kid", hs.good(), hs.keyId(published.getKeyId())),
                bad("HS256 signed with a public key, with its kid", es.good(), byPublicKey.good()),
                after("HS256 signed with a public key, no kid", es.good(), REFUSES, byPublicKey.keyId(null), BAD, 1),
                after("HS256 by another secret", hs.good(), () -> {}, stranger.good(), UNAVAILABLE, 1),
                bad(
                        "undecidable, of an unknown user",
                        hs.good(),
                        stranger.claim("sub", UUID.randomUUID().toString())),
                bad("undecidable and expired", hs.good(), stranger.claim("exp", 1)),
                bad("undecidable and of another issuer", hs.good(), stranger.claim("iss", "https://evil.example")));
    }

    private static List<TokenCase> unknownKeys(Mutation es) {
        return List.of(
                after("unknown kid", es.good(), () -> {}, es.keyId("unknown"), UNAVAILABLE, 1),
                after("kid with a path", es.good(), () -> {}, es.keyId("../../etc/passwd"), UNAVAILABLE, 1),
                after("kid with SQL", es.good(), () -> {}, es.keyId("' or 1=1 --"), UNAVAILABLE, 1),
                after("unknown kid, the key embedded", es.good(), REFUSES, embedded(es, "unknown"), BAD, 1));
    }

    /** By an attacker's own key, which travels along. */
    private static String embedded(Mutation token, String keyId) {
        PublicJsonWebKey own = PublishedForTests.generate("ES256");
        return new Tokens(token.tokens().issuer(), "ES256", keyId, own.getPrivateKey())
                .sign(token.claims(), Map.of("jwk", own.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    }

    private static Key another(String algorithm) {
        return PublishedForTests.generate(algorithm).getPrivateKey();
    }

    private static String previous(UUID user) {
        return AuthServer.hs256(EveryToken.PREVIOUS_SECRET).of(user);
    }

    private static Tokens hmac(Mutation token, String secret) {
        return new Tokens(
                token.tokens().issuer(),
                "HS256",
                token.tokens().keyId(),
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Signs as the project would with a secret that this service was not told. */
    static Tokens stranger() {
        return AuthServer.hs256("a-secret-that-nobody-told-the-service");
    }
}
