package org.athena.platform.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens whose claims and header members have values of every shape, each beside what the rules say about it. */
final class ShapedTokens {

    private static final List<String> CHECKED =
            List.of("iss", "sub", "aud", "exp", "iat", "nbf", "role", "session_id", "client_id", "is_anonymous");
    private static final List<String> IGNORED = List.of(
            "email",
            "phone",
            "aal",
            "amr",
            "app_metadata",
            "user_metadata",
            "scope",
            "jti",
            "azp",
            "crit",
            "nonce",
            "");
    private static final List<String> HINTS = List.of("roles", "school_id", "provider");

    private static final List<String> CHECKED_HEADERS = List.of("alg", "typ", "kid", "crit", "b64");
    private static final List<String> IGNORED_HEADERS =
            List.of("jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "cty", "zip", "enc", "epk", "iss", "exp", "nonce");

    private static final Set<String> ZERO = Set.of("0", "-0", "1.5", "1e-400");

    private final Map<String, String> good;
    private final long now;

    /**
     * @param issuer of the tokens
     * @param user whose they are
     * @param now the time, in seconds; what is right or wrong at that time is so a minute later
     */
    ShapedTokens(String issuer, UUID user, long now) {
        this.now = now;
        this.good = new LinkedHashMap<>();
        good.put("iss", "\"" + issuer + "\"");
        good.put("sub", "\"" + user + "\"");
        good.put("aud", "\"authenticated\"");
        good.put("exp", "" + (now + 3_600));
        good.put("iat", "" + now);
        good.put("role", "\"authenticated\"");
        good.put("aal", "\"aal1\"");
        good.put("session_id", "\"" + UUID.randomUUID() + "\"");
        good.put("is_anonymous", "false");
        good.put("app_metadata", "{\"provider\":\"email\"}");
    }

    List<ShapedToken> all() {
        List<ShapedToken> tokens = new ArrayList<>();
        CHECKED.forEach(name -> JsonShapes.VALUES.forEach(json -> tokens.add(claim(name, json, right(name, json)))));
        IGNORED.forEach(name -> JsonShapes.VALUES.forEach(json -> tokens.add(claim(name, json, true))));
        HINTS.forEach(name -> JsonShapes.VALUES.forEach(json -> tokens.add(hint(name, json, true))));
        CHECKED_HEADERS.forEach(name ->
                JsonShapes.VALUES.forEach(json -> tokens.add(header(name, json, rightHeader(name, json)))));
        IGNORED_HEADERS.forEach(name -> JsonShapes.VALUES.forEach(json -> tokens.add(header(name, json, true))));
        JsonShapes.NONSENSE.forEach(json -> tokens.addAll(List.of(
                claim("exp", json, false),
                claim("x", json, false),
                hint("roles", json, false),
                header("x", json, false))));
        tokens.add(claim("aud", "[null,1,{},\"authenticated\"]", true));
        tokens.addAll(times());
        return tokens;
    }

    /** Two of the three times at once, from one end of the numbers to the other. */
    private List<ShapedToken> times() {
        List<String> numbers = List.of(
                "-1e400",
                "-9223372036854775808",
                "-31557014167219200",
                "-1",
                "0",
                (now - 90_000) + ".25",
                "" + (now - 3_600),
                "" + (now + 1_800),
                (now + 1_800) + ".75",
                "" + (now + 90_000),
                "253402300799",
                "253402300800",
                "31556889864403199",
                "31556889864403200",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "1e400",
                "\"" + (now + 1_800) + "\"",
                "null");
        List<ShapedToken> tokens = new ArrayList<>();
        for (String one : numbers) {
            for (String other : numbers) {
                tokens.add(times("exp", one, "iat", other));
                tokens.add(times("exp", one, "nbf", other));
                tokens.add(times("iat", one, "nbf", other));
            }
        }
        return tokens;
    }

    private ShapedToken times(String name, String json, String otherName, String other) {
        Map<String, String> claims = new LinkedHashMap<>(good);
        claims.put(name, json);
        claims.put(otherName, other);
        return new ShapedToken(
                ShapedToken.what(name, json) + ", " + ShapedToken.what(otherName, other),
                Map.of(),
                claims,
                inTime(claims));
    }

    /** The rules about times, in numbers that know no bounds. */
    private boolean inTime(Map<String, String> claims) {
        BigDecimal issued = time(claims.get("iat"));
        BigDecimal expiry = time(claims.get("exp"));
        BigDecimal begin = claims.containsKey("nbf") ? time(claims.get("nbf")) : BigDecimal.ZERO;
        return issued != null
                && expiry != null
                && begin != null
                && expiry.compareTo(BigDecimal.valueOf(now)) > 0
                && issued.compareTo(BigDecimal.valueOf(now)) <= 0
                && begin.compareTo(BigDecimal.valueOf(now)) <= 0
                && expiry.subtract(issued).compareTo(BigDecimal.valueOf(86_400)) <= 0;
    }

    private static BigDecimal time(String json) {
        BigDecimal time = json.startsWith("\"") || json.equals("null") ? null : new BigDecimal(json);
        return time == null || time.signum() < 0 ? null : time;
    }

    private static boolean right(String name, String json) {
        return switch (name) {
            case "nbf" -> ZERO.contains(json);
            case "is_anonymous" -> json.equals("false");
            default -> false;
        };
    }

    private static boolean rightHeader(String name, String json) {
        return name.equals("kid") && json.startsWith("\"");
    }

    private ShapedToken claim(String name, String json, boolean right) {
        Map<String, String> claims = new LinkedHashMap<>(good);
        claims.put(name, json);
        return new ShapedToken(ShapedToken.what(name, json), Map.of(), claims, right);
    }

    private ShapedToken hint(String name, String json, boolean right) {
        return claim("app_metadata", "{\"" + name + "\":" + json + "}", right);
    }

    private ShapedToken header(String name, String json, boolean right) {
        return new ShapedToken("header " + ShapedToken.what(name, json), Map.of(name, json), good, right);
    }
}
