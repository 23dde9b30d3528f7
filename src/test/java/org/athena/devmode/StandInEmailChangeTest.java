package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.devmode.StandInCalls.ok;
import static org.athena.devmode.StandInCalls.refused;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change of an e-mail at the stand-in: a link to the old address and one to the new. */
class StandInEmailChangeTest {

    private static final String OLD = "ana@example.org";
    private static final String NEW = "ana.gil@example.org";

    private final UUID user = UUID.randomUUID();
    private AuthStandIn standIn;
    private StandInCalls calls;
    private String token;

    @BeforeEach
    void start() throws Exception {
        standIn = new AuthStandIn(60);
        standIn.account(user, OLD, "a-password");
        calls = new StandInCalls(standIn);
        token = calls.signIn(OLD, "a-password").get("access_token").asText();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void bothLinksAreNeeded() throws Exception {
        assertThat(ok(change(NEW)).get("new_email").asText()).isEqualTo(NEW);
        assertThat(standIn.mails()).extracting(Mail::to).containsExactly(NEW, OLD);
        assertThat(calls.open(standIn.mails().get(0).link())).contains("#message=Confirmation");
        assertThat(calls.open(standIn.mails().get(0).link())).contains("otp_expired");
        assertThat(standIn.email(user)).isEqualTo(OLD);
        assertThat(calls.open(standIn.mails().get(1).link())).contains("#", "access_token=", "type=email_change");
        assertThat(standIn.email(user)).isEqualTo(NEW);
        assertThat(ok(calls.user(token)).has("new_email")).isFalse();
    }

    @Test
    void codesOfBothMailsDoAsWell() throws Exception {
        ok(change(NEW));
        assertThat(ok(verify(OLD, standIn.mails().get(1).code())).get("code").asText())
                .isEqualTo("200");
        assertThat(ok(verify(NEW, standIn.mails().get(0).code())).has("access_token"))
                .isTrue();
        assertThat(standIn.email(user)).isEqualTo(NEW);
    }

    @Test
    void whereSignUpsConfirmThemselvesOneLinkSuffices() throws Exception {
        standIn.autoconfirm(true);
        ok(change(NEW));
        assertThat(calls.open(standIn.mails().get(0).link())).contains("access_token=");
        assertThat(standIn.email(user)).isEqualTo(NEW);
    }

    @Test
    void theEmailOfSomebodyElseIsRefusedAndAMinuteIsWaited() throws Exception {
        standIn.account(UUID.randomUUID(), "eva@example.org", "a-password");
        refused(change("eva@example.org"), 422, "email_exists");
        refused(change("nothing"), 400, "validation_failed");
        ok(change(NEW));
        refused(change("ana.maria@example.org"), 429, "over_email_send_rate_limit");
        standIn.mailLimits(Duration.ZERO, 10, Duration.ofHours(1));
        ok(calls.page("POST", "/auth/v1/resend", null, "{\"type\":\"email_change\",\"email\":\"" + OLD + "\"}"));
        assertThat(standIn.mails()).hasSize(4);
        refused(calls.page("POST", "/auth/v1/resend", null, "{\"type\":\"sms\"}"), 400, "validation_failed");
    }

    private HttpResponse<String> change(String email) throws Exception {
        return calls.page("PUT", "/auth/v1/user", token, "{\"email\":\"" + email + "\"}");
    }

    private HttpResponse<String> verify(String email, String code) throws Exception {
        return calls.page(
                "POST",
                "/auth/v1/verify",
                null,
                "{\"type\":\"email_change\",\"email\":\"%s\",\"token\":\"%s\"}".formatted(email, code));
    }
}
