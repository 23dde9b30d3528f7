package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.NodeProject;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The real {@code @supabase/supabase-js}, in Node, against the stand-in: what the page does beside signing in. */
class AuthJsTest {

    private static final String EMAIL = "ana@example.org";
    private static final String PASSWORD = "a-long-password";

    @Test
    void thePagesClientFindsWhatTheRealServerHas() throws Exception {
        try (AuthStandIn standIn = new AuthStandIn(3600)) {
            standIn.account(UUID.randomUUID(), EMAIL, PASSWORD);
            standIn.mailLimits(Duration.ZERO, 10, Duration.ofHours(1));
            Map<String, JsonNode> steps = walk(standIn);
            assertTabsStaySignedIn(steps);
            assertLinksWithPkceWork(steps);
            assertASecondFactorMakesTheSessionStrong(steps);
            assertSignOutsEndWhatTheySay(steps);
        }
    }

    private static void assertTabsStaySignedIn(Map<String, JsonNode> steps) {
        for (String round : new String[] {"tabs_1", "tabs_2", "tabs_3"}) {
            assertThat(steps.get(round).get("refused").asInt()).isZero();
            assertThat(steps.get(round).get("rotated").asBoolean()).isTrue();
            assertThat(steps.get(round).get("signed_in").asInt()).isEqualTo(3);
        }
        assertThat(steps.get("apart").get("errors").asInt()).isZero();
        assertThat(steps.get("apart").get("tokens").asInt()).isOne();
        assertThat(text(steps, "stale_tab", "code")).isEqualTo("refresh_token_already_used");
    }

    private static void assertLinksWithPkceWork(Map<String, JsonNode> steps) {
        assertThat(text(steps, "pkce", "email")).isEqualTo(EMAIL);
        assertThat(text(steps, "spent_link", "query")).isEqualTo("otp_expired");
        assertThat(text(steps, "spent_link", "fragment")).isEqualTo("otp_expired");
        // The client has no verifier any more, and does not ask.
        assertThat(text(steps, "strange_code", "code")).isEqualTo("pkce_code_verifier_not_found");
    }

    private static void assertASecondFactorMakesTheSessionStrong(Map<String, JsonNode> steps) {
        assertThat(text(steps, "enrolled", "qr")).startsWith("data:image/svg+xml;utf-8,<svg ");
        assertThat(text(steps, "enrolled", "uri")).isEqualTo("otpauth://totp/");
        assertThat(text(steps, "same_name", "code")).isEqualTo("mfa_factor_name_conflict");
        assertThat(text(steps, "wrong_code", "code")).isEqualTo("mfa_verification_failed");
        assertThat(text(steps, "strong", "currentLevel")).isEqualTo("aal2");
        assertThat(steps.get("strong").get("same_session").asBoolean()).isTrue();
        assertThat(steps.get("strong").get("factors").asInt()).isOne();
        assertThat(steps.get("strong").get("verified").asBoolean()).isTrue();
        assertThat(text(steps, "strong", "weak_session")).isEqualTo("AuthSessionMissingError");
        assertThat(text(steps, "weak", "currentLevel")).isEqualTo("aal1");
        assertThat(text(steps, "weak", "nextLevel")).isEqualTo("aal2");
        assertThat(text(steps, "weak", "change")).isEqualTo("insufficient_aal");
        assertThat(text(steps, "unenrolled", "currentLevel")).isEqualTo("aal1");
        assertThat(text(steps, "unenrolled", "nextLevel")).isEqualTo("aal1");
    }

    private static void assertSignOutsEndWhatTheySay(Map<String, JsonNode> steps) {
        assertThat(text(steps, "others", "left")).isEqualTo("AuthSessionMissingError");
        assertThat(steps.get("others").get("own").isNull()).isTrue();
        assertThat(steps.get("local").get("left").isNull()).isTrue();
        assertThat(steps.get("local").get("own").isNull()).isTrue();
        assertThat(steps.get("weak_password").at("/reasons/0").asText()).isEqualTo("length");
    }

    private static String text(Map<String, JsonNode> steps, String step, String name) {
        return steps.get(step).get(name).asText();
    }

    private static Map<String, JsonNode> walk(AuthStandIn standIn) throws Exception {
        Map<String, JsonNode> steps = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        String printed = NodeProject.install("supabase-js")
                .run(
                        Map.of(
                                "SUPABASE_URL",
                                standIn.url(),
                                "SUPABASE_ANON_KEY",
                                standIn.anonKey(),
                                "EMAIL",
                                EMAIL,
                                "PASSWORD",
                                PASSWORD),
                        "node",
                        "people.mjs");
        for (String line : printed.split("\n")) {
            JsonNode step = mapper.readTree(line);
            steps.put(step.get("step").asText(), step);
        }
        return steps;
    }
}
