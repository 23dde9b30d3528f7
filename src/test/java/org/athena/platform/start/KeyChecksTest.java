package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChecksTest {

    private static final String SECRET = "Zk3u0123456789abcdef0123456789abcdefQ==";
    private static final String NO_SECRET = " is an API key or a token, not the project's JWT secret";

    private static String key(String role) {
        String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        String claims =
                "{\"iss\":\"supabase\",\"ref\":\"abcdefghijklmnopqrst\",\"role\":\"" + role + "\",\"exp\":2000000000}";
        return encoded(header) + "." + encoded(claims) + ".c2lnbmF0dXJlLW9mLXRoZS1wcm9qZWN0";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** An older project's and a newer one's. */
    @Test
    void keysWhereTheyBelongPass() {
        assertThat(faults(SECRET, null, key("anon"), key("service_role"))).isEmpty();
        assertThat(faults(null, null, "sb_publishable_abc", "sb_secret_abc")).isEmpty();
        assertThat(faults(null, null, null, null)).isEmpty();
        assertThat(faults(SECRET, SECRET + "!", "a-key-of-a-gateway", "another-key-of-a-gateway"))
                .isEmpty();
    }

    static Stream<String> published() {
        return Stream.of(
                key("anon"),
                key("service_role"),
                key("authenticated"),
                key("anon").substring(0, 40),
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
                "eyJ0eXAiOiJKV1QifQ.not-base64!.x",
                " " + key("anon") + "\n",
                "sb_publishable_0123456789abcdef0123456789abcdef",
                "sb_secret_0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @MethodSource("published")
    void anApiKeyOrATokenIsNoSecretForTokens(String key) {
        assertThat(faults(key, null, null, null)).containsExactly("JWT_SECRET" + NO_SECRET);
        assertThat(faults(SECRET, key, null, null)).containsExactly("JWT_SECRET_PREVIOUS" + NO_SECRET);
    }

    /** Whatever it looks like: everybody has the first, and other services the second. */
    @Test
    void theKeyOfThisProjectIsNoSecretForTokens() {
        assertThat(faults(SECRET, null, SECRET, "another-key-of-a-gateway")).containsExactly("JWT_SECRET" + NO_SECRET);
        assertThat(faults(SECRET + "!", SECRET, "a-key-of-a-gateway", SECRET))
                .containsExactly("JWT_SECRET_PREVIOUS" + NO_SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"abc\"}",
                " {\"keys\":[]}"
            })
    void aKeyOfAPairIsNoSharedSecret(String key) {
        assertThat(faults(key, null, null, null))
                .containsExactly("JWT_SECRET is a key pair or a public key: only the shared secret belongs here");
    }

    @Test
    void aSecretKeyIsNotPublished() {
        String fault = "SUPABASE_ANON_KEY is a secret key: it must be the project's publishable (anon) key";
        assertThat(faults(null, null, key("service_role"), null)).containsExactly(fault);
        assertThat(faults(null, null, "sb_secret_abc", "sb_secret_def")).containsExactly(fault);
    }

    @Test
    void aPublishedKeyOpensNoAdminRoute() {
        String fault =
                "SUPABASE_SERVICE_ROLE_KEY is a published key: it must be the project's secret (service role) key";
        assertThat(faults(null, null, null, key("anon"))).containsExactly(fault);
        assertThat(faults(null, null, "sb_publishable_abc", "sb_publishable_def"))
                .containsExactly(fault);
    }

    @Test
    void keysThatWereSwappedAreBothNamed() {
        assertThat(faults(null, null, key("service_role"), key("anon")))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("SUPABASE_ANON_KEY is a secret key"))
                .anyMatch(fault -> fault.startsWith("SUPABASE_SERVICE_ROLE_KEY is a published key"));
    }

    @Test
    void oneKeyIsNotBoth() {
        assertThat(faults(null, null, "a-key-of-a-gateway", "a-key-of-a-gateway"))
                .containsExactly(
                        "SUPABASE_ANON_KEY and SUPABASE_SERVICE_ROLE_KEY are the same key: the first must be the"
                                + " published key, the second the secret key");
    }

    @Test
    void noFaultRepeatsAKey() {
        String key = key("service_role");
        assertThat(faults(key, key, key, key)).hasSize(4).noneMatch(fault -> fault.contains(key.substring(3, 20)));
        assertThat(checks(key, key, key, key).toString()).doesNotContain(key.substring(3, 20));
    }

    /** They are read as they stand, so that a line break counts. */
    @Test
    void whatMayBeMeantIsAWarning() {
        assertThat(checks(SECRET + "\n", " " + SECRET, null, null).warnings())
                .containsExactly(
                        "JWT_SECRET begins or ends with a space or a line break, which would be part of the secret",
                        "JWT_SECRET_PREVIOUS begins or ends with a space or a line break, which would be part of the secret");
        assertThat(checks(SECRET, SECRET, null, null).warnings())
                .containsExactly(
                        "JWT_SECRET and JWT_SECRET_PREVIOUS are the same: the second is for the secret before a rotation");
        assertThat(checks(SECRET, SECRET + "!", key("anon"), key("service_role"))
                        .warnings())
                .isEmpty();
    }

    private static List<String> faults(String secret, String previous, String anon, String service) {
        return checks(secret, previous, anon, service).faults();
    }

    private static KeyChecks checks(String secret, String previous, String anon, String service) {
        return new KeyChecks(
                Optional.ofNullable(secret),
                Optional.ofNullable(previous),
                Optional.ofNullable(anon),
                Optional.ofNullable(service));
    }
}
