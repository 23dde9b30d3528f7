package org.athena.platform.identity;

import static org.athena.platform.identity.TokenCase.bad;
import static org.athena.platform.identity.TokenCase.good;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.AuthServer;

/** What a token must say. */
final class ClaimCases {

    private ClaimCases() {}

    static List<TokenCase> of(UUID user) {
        Mutation token = Mutation.of(AuthServer.es256(), user);
        String good = token.good();
        long now = Instant.now().getEpochSecond();
        return List.of(
                bad("expired", good, token.claim("exp", now - 60)),
                bad("without exp", good, token.claim("exp", null)),
                bad("exp as text", good, token.claim("exp", "never")),
                bad("exp beyond all numbers", good, token.claim("exp", new BigInteger("9".repeat(30)))),
                bad("exp at the end of the year 9999", good, token.claim("exp", 253_402_300_799L)),
                bad("exp and iat at the ends of all numbers", good, endless(token)),
                bad("iat beyond all numbers", good, token.claim("iat", new BigInteger("9".repeat(30)))),
                bad("iat before 1970", good, token.claim("iat", -1)),
                bad("nbf beyond all numbers", good, token.claim("nbf", BigInteger.TWO.pow(64))),
                bad("not yet valid", good, token.claim("nbf", now + 3_000)),
                bad("issued in the future", good, token.claim("iat", now + 3_000)),
                bad("lives two days", good, token.claim("exp", now + 172_800)),
                bad("another issuer", good, token.claim("iss", "https://evil.example/auth/v1")),
                bad("issuer with a slash more", good, token.claim("iss", AuthServer.url() + "/auth/v1/")),
                bad("without an issuer", good, token.claim("iss", null)),
                good("aud as a list", good, token.claim("aud", List.of("authenticated", "x"))),
                bad("another audience", good, token.claim("aud", "anon")),
                bad("without aud", good, token.claim("aud", null)),
                bad("role anon", good, token.claim("role", "anon")),
                bad("role service_role", good, token.claim("role", "service_role")),
                bad("an ID token, without role", good, token.claim("role", null)),
                bad("sub is no UUID", good, token.claim("sub", "1' or '1'='1")),
                bad("without sub", good, token.claim("sub", null)),
                bad("without session_id", good, token.claim("session_id", null)),
                bad("session_id is no UUID", good, token.claim("session_id", "mine")),
                bad("anonymous", good, token.claim("is_anonymous", true)),
                bad("is_anonymous is text", good, token.claim("is_anonymous", "no")),
                bad("of an OAuth client, with client_id", good, token.claim("client_id", "a-client")),
                good("null and numbers among the roles", good, token.claim("app_metadata", Map.of("roles", noRoles()))),
                good("roles and school are no hints", good, token.claim("app_metadata", List.of("roles"))),
                good(
                        "user_metadata means nothing",
                        good,
                        token.claim("user_metadata", Map.of("role", "service_role"))));
    }

    /** A difference that is calculated without care is small. */
    private static String endless(Mutation token) {
        Map<String, Object> claims = new LinkedHashMap<>(token.claims());
        claims.put("exp", Long.MAX_VALUE);
        claims.put("iat", -1);
        return token.tokens().sign(claims, Map.of());
    }

    private static List<Object> noRoles() {
        return Arrays.asList(null, 1, true, List.of());
    }
}
