package org.athena.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Every refused token is one change to a token that the same test saw accepted. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class TokenTableTest {

    private record Case(String name, String token, int status, String code, int calls) {}

    @TestFactory
    Stream<DynamicTest> theTokenTable() {
        Schools schools = Schools.create();
        UUID user = schools.first().person("teacher");
        return cases(user).stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    AuthServer.userAnswer = new Answer(503, null, "");
                    int before = AuthServer.USER_CALLS.get();
                    Response response = given().header("Authorization", "Bearer " + row.token())
                            .get("/api/v1/auth/me");
                    assertThat(response.statusCode()).isEqualTo(row.status());
                    assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(row.calls());
                    if (row.status() != 200) {
                        assertThat(response.contentType()).isEqualTo("application/problem+json");
                        assertThat(response.jsonPath().getString("code")).isEqualTo(row.code());
                    }
                    assertThat(response.header("WWW-Authenticate"))
                            .isEqualTo(row.status() == 401 ? "Bearer error=\"invalid_token\"" : null);
                    assertThat(response.header("Retry-After")).isEqualTo(row.status() == 503 ? "5" : null);
                }));
    }

    private static List<Case> cases(UUID user) {
        Tokens hs = AuthServer.hs256();
        Tokens es = AuthServer.es256();
        Tokens rs = AuthServer.rs256();
        List<Case> cases = new ArrayList<>();
        cases.add(good("HS256 by the secret", hs.of(user)));
        cases.add(good("ES256 by a published key", es.of(user)));
        cases.add(good("RS256 by a published key", rs.of(user)));
        cases.add(good("aud as a list", es.of(user, with("aud", List.of("authenticated", "x")))));
        cases.add(good("HS256 without kid", keyed(hs, null).of(user)));
        claims(cases, es, user);
        headers(cases, hs, es, user);
        shapes(cases, es.of(user));
        keys(cases, hs, es, rs, user);
        return cases;
    }

    private static void claims(List<Case> cases, Tokens es, UUID user) {
        long now = System.currentTimeMillis() / 1000;
        cases.add(bad("expired", es.of(user, with("exp", now - 60))));
        cases.add(bad("without exp", es.of(user, without("exp"))));
        cases.add(bad("exp as text", es.of(user, with("exp", "never"))));
        cases.add(bad("not yet valid", es.of(user, with("nbf", now + 120))));
        cases.add(bad("issued in the future", es.of(user, with("iat", now + 300))));
        cases.add(bad("lives two days", es.of(user, with("exp", now + 172_800))));
        cases.add(bad("another issuer", es.of(user, with("iss", "https://evil.example/auth/v1"))));
        cases.add(bad("issuer with a slash more", es.of(user, with("iss", es.issuer() + "/"))));
        cases.add(bad("without an issuer", es.of(user, without("iss"))));
        cases.add(bad("another audience", es.of(user, with("aud", "anon"))));
        cases.add(bad("role anon", es.of(user, with("role", "anon"))));
        cases.add(bad("role service_role", es.of(user, with("role", "service_role"))));
        cases.add(bad("ID token without role", es.of(user, without("role"))));
        cases.add(bad("sub is no UUID", es.of(user, with("sub", "1' or '1'='1"))));
        cases.add(bad("without sub", es.of(user, without("sub"))));
        cases.add(bad("without session_id", es.of(user, without("session_id"))));
        cases.add(bad("anonymous", es.of(user, with("is_anonymous", true))));
        cases.add(bad(
                "of an OAuth client",
                es.of(user, with("client_id", UUID.randomUUID().toString()))));
    }

    private static void headers(List<Case> cases, Tokens hs, Tokens es, UUID user) {
        Map<String, Object> claims = es.claims(user);
        cases.add(bad("crit", es.sign(claims, Map.of("crit", List.of("exp")))));
        cases.add(bad("typ of another kind", es.sign(claims, Map.of("typ", "at+jwt"))));
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            cases.add(bad(
                    "alg " + none,
                    part("{\"alg\":\"" + none + "\"}") + "." + es.of(user).split("\\.")[1] + ".AA"));
        }
        cases.add(new Case("jku is not followed", es.sign(claims, Map.of("jku", "http://evil.invalid")), 200, "", 0));
        cases.add(bad("ES256 without kid", keyed(es, null).of(user)));
        cases.add(new Case("unknown kid", keyed(es, "unknown").of(user), 503, "auth.unavailable", 1));
        cases.add(new Case("kid with a path", keyed(es, "../../etc/passwd").of(user), 503, "auth.unavailable", 1));
        cases.add(new Case("kid with SQL", keyed(es, "' or 1=1 --").of(user), 503, "auth.unavailable", 1));
        cases.add(bad(
                "HS256 with the id of a published key", keyed(hs, es.keyId()).of(user)));
        cases.add(bad(
                "ES256 by the id of the RSA key",
                keyed(es, AuthServer.rs256().keyId()).of(user)));
    }

    private static void shapes(List<Case> cases, String good) {
        String[] parts = good.split("\\.");
        cases.add(bad("padded part", parts[0] + "." + parts[1] + "=." + parts[2]));
        cases.add(bad("white space inside", parts[0] + ". " + parts[1] + "." + parts[2]));
        cases.add(bad("two parts", parts[0] + "." + parts[1]));
        cases.add(bad("five parts, a JWE", good + ".a.b"));
        cases.add(bad("empty signature", parts[0] + "." + parts[1] + "."));
        cases.add(bad(
                "all-zero ES256 signature",
                parts[0] + "." + parts[1] + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])));
        cases.add(bad("payload changed", parts[0] + "." + part("{\"sub\":\"x\"}") + "." + parts[2]));
        cases.add(bad(
                "duplicate member", part("{\"alg\":\"ES256\",\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]));
        cases.add(bad("header is no JSON", part("hello") + "." + parts[1] + "." + parts[2]));
        cases.add(bad("longer than 8 KiB", parts[0] + "." + "A".repeat(9 * 1024) + "." + parts[2]));
        cases.add(bad("publishable key", "sb_publishable_abcdefghijklmnop"));
        cases.add(bad("empty", "x"));
    }

    private static void keys(List<Case> cases, Tokens hs, Tokens es, Tokens rs, UUID user) {
        Tokens stranger = new Tokens(es.issuer(), "HS256", hs.keyId(), new SecretKeySpec(new byte[32], "HmacSHA256"));
        cases.add(new Case("HS256 by another secret", stranger.of(user), 503, "auth.unavailable", 1));
        cases.add(bad("undecidable of an unknown user: nobody is asked", stranger.of(UUID.randomUUID())));
        cases.add(bad("undecidable and expired: nobody is asked", stranger.of(user, with("exp", 1))));
        Tokens wrong = new Tokens(es.issuer(), "RS256", rs.keyId(), otherRsaKey());
        cases.add(bad("known kid, another key", wrong.of(user)));
    }

    private static java.security.Key otherRsaKey() {
        try {
            return org.jose4j.jwk.RsaJwkGenerator.generateJwk(2048).getPrivateKey();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tokens keyed(Tokens tokens, String keyId) {
        return new Tokens(tokens.issuer(), tokens.algorithm(), keyId, tokens.key());
    }

    private static Case good(String name, String token) {
        return new Case(name, token, 200, "", 0);
    }

    private static Case bad(String name, String token) {
        return new Case(name, token, 401, "auth.invalid_token", 0);
    }

    private static Consumer<Map<String, Object>> with(String claim, Object value) {
        return claims -> claims.put(claim, value);
    }

    private static Consumer<Map<String, Object>> without(String claim) {
        return claims -> claims.remove(claim);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
