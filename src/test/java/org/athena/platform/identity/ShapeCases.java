package org.athena.platform.identity;

import static org.athena.platform.identity.Mutation.base64;
import static org.athena.platform.identity.TokenCase.bad;
import static org.athena.platform.identity.TokenCase.good;
import static org.athena.platform.identity.TokenCase.refused;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.AuthServer;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Tokens;
import org.jose4j.jwk.JsonWebKey;

/** What a token must look like, before anything in it is believed. */
final class ShapeCases {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private ShapeCases() {}

    static List<TokenCase> of(UUID user) {
        List<TokenCase> cases = new ArrayList<>(headers(Mutation.of(AuthServer.es256(), user)));
        cases.addAll(parts(Mutation.of(AuthServer.es256(), user)));
        cases.addAll(encodings(user));
        cases.addAll(members(Mutation.of(AuthServer.es256(), user)));
        return cases;
    }

    private static List<TokenCase> headers(Mutation token) {
        String good = token.good();
        return List.of(
                refused("no Authorization header", good, caller -> caller.sendQuery(""), "auth.required"),
                refused("a good token in the query string", good, caller -> caller.sendQuery(good), "auth.required"),
                refused("another scheme", good, caller -> caller.sendHeader("Basic " + good), TokenCase.BAD),
                refused("the scheme alone", good, caller -> caller.sendHeader("Bearer "), TokenCase.BAD),
                refused(
                        "two Authorization headers",
                        good,
                        caller -> caller.sendHeader("Bearer " + good, "Bearer " + good),
                        "auth.malformed_header"),
                refused("the scheme in lower case", good, caller -> caller.sendHeader("bearer " + good), ""));
    }

    private static List<TokenCase> parts(Mutation token) {
        String good = token.good();
        String[] parts = good.split("\\.");
        return List.of(
                bad("two parts", good, parts[0] + "." + parts[1]),
                bad("four parts", good, good + ".a"),
                bad("five parts, a JWE", good, good + ".a.b"),
                bad("empty signature", good, token.part(2, "")),
                bad("padded header", good, token.part(0, parts[0] + "=")),
                bad("padded payload", good, token.part(1, parts[1] + "=")),
                bad("padded signature", good, token.part(2, parts[2] + "==")),
                bad("white space inside", good, token.part(1, " " + parts[1])),
                bad("a tab inside", good, token.part(2, parts[2].substring(0, 9) + "\t" + parts[2].substring(9))),
                bad("standard base64 instead of base64url", good, token.part(2, "+/" + parts[2].substring(2))),
                good("nearly 8 KiB", good, token.claim("user_metadata", Map.of("x", "x".repeat(5_000)))),
                bad("9 KiB", good, token.claim("user_metadata", Map.of("x", "x".repeat(6_400)))),
                bad("header is no JSON", good, token.part(0, base64("hello"))),
                bad("header is a JSON list", good, token.part(0, base64("[]"))),
                bad("duplicate member in the header", good, token.part(0, duplicate(parts[0], "\"alg\":\"ES256\""))),
                bad("duplicate member in the payload", good, token.part(1, duplicate(parts[1], "\"aal\":\"aal2\""))),
                bad("payload changed", good, token.part(1, base64("{\"sub\":\"x\"}"))),
                bad("publishable key", good, "sb_publishable_abcdefghijklmnop"),
                bad("secret key", good, "sb_secret_abcdefghijklmnop"));
    }

    /** A part has one encoding: another text that stands for the same bytes is another token. */
    private static List<TokenCase> encodings(UUID user) {
        List<TokenCase> cases = new ArrayList<>();
        for (Tokens tokens : List.of(AuthServer.es256(), AuthServer.rs256(), AuthServer.edDsa(), AuthServer.hs256())) {
            String good = tokens.of(user);
            cases.add(bad(tokens.algorithm() + " signature with an unused bit set", good, loose(good)));
        }
        RawSigner signer = RawSigner.es256(AuthServer.keys().own("ES256"));
        String[] parts = AuthServer.es256().of(user).split("\\.");
        String header = base64(padded(text(parts[0])));
        String payload = base64(padded(text(parts[1])));
        String good = signer.sign(header, payload);
        cases.add(bad("header with an unused bit set, signed", good, signer.sign(loose(header), payload)));
        cases.add(bad("payload with an unused bit set, signed", good, signer.sign(header, loose(payload))));
        byte[] broken = text(parts[1]).replace("someone@", "s?meone@").getBytes(StandardCharsets.UTF_8);
        broken[text(parts[1]).indexOf("someone@") + 1] = (byte) 0xff;
        cases.add(bad("payload is not UTF-8, signed", good, signer.sign(header, base64(broken))));
        return cases;
    }

    /** The same bytes to whoever does not look at the bits that the last character leaves over. */
    private static String loose(String encoded) {
        int last = ALPHABET.indexOf(encoded.charAt(encoded.length() - 1));
        return encoded.substring(0, encoded.length() - 1) + ALPHABET.charAt(last + 1);
    }

    /** With white space at the end until the encoding leaves bits over. */
    private static String padded(String json) {
        return json.length() % 3 == 0 ? json + " " : json;
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static List<TokenCase> members(Mutation token) {
        String good = token.good();
        List<TokenCase> cases = new ArrayList<>();
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            cases.add(bad("alg " + none, good, token.part(0, algorithm(token, none))));
        }
        cases.addAll(List.of(
                bad("alg ES384", good, token.part(0, algorithm(token, "ES384"))),
                bad("alg es256", good, token.part(0, algorithm(token, "es256"))),
                bad("without alg", good, token.part(0, base64("{\"kid\":\"x\"}"))),
                bad("crit", good, token.header("crit", List.of("exp"))),
                bad("b64", good, token.header("b64", true)),
                bad("typ of an RFC 9068 token", good, token.header("typ", "at+jwt")),
                bad("kid is a number", good, token.header("kid", 1)),
                good("jku is not followed", good, token.header("jku", AuthServer.url() + "/evil")),
                good("x5u is not followed", good, token.header("x5u", AuthServer.url() + "/evil")),
                good("x5c is not read", good, token.header("x5c", List.of("AAAA"))),
                good("embedded jwk is not read", good, token.header("jwk", jwk()))));
        return cases;
    }

    private static Map<String, Object> jwk() {
        return PublishedForTests.generate("ES256").toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String algorithm(Mutation token, String algorithm) {
        return base64("{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                .formatted(algorithm, token.tokens().keyId()));
    }

    private static String duplicate(String part, String member) {
        return base64(text(part).replaceFirst("\\{", "{" + member + ","));
    }
}
