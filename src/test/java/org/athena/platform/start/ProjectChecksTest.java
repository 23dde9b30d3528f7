package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.athena.devmode.AuthStandIn;
import org.athena.platform.supabase.SignUpSettings;
import org.athena.testing.DatabaseResource;
import org.athena.testing.HeardLog;
import org.athena.testing.SupabaseResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(SupabaseResource.class)
class ProjectChecksTest {

    AuthStandIn standIn;

    @Inject
    ProjectChecks checks;

    @Inject
    SignUpSettings settings;

    @AfterEach
    void asAProjectIsMade() {
        standIn.autoconfirm(false);
    }

    @Test
    void aProjectThatConfirmsEMailsByItselfIsAWarning() {
        standIn.autoconfirm(true);
        try (HeardLog log = HeardLog.ofWarningsBy(ProjectChecks.class)) {
            checks.begin();
            await().untilAsserted(() ->
                    assertThat(log.take()).singleElement().asString().contains("mailer_autoconfirm", "who signs up"));
        }
    }

    @Test
    void aProjectAsItIsMadeIsNoWarning() {
        assertThat(settings.read()).contains(new SignUpSettings.SignUp(false, true));
    }

    @Test
    void aProjectThatDoesNotAnswerIsUnknown() {
        standIn.fail("GET /auth/v1/settings");
        assertThat(settings.read()).isEmpty();
    }
}
