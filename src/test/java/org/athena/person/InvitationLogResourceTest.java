package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What the audit log tells of an invitation: what people did, and nothing of its mails. */
@QuarkusTest
class InvitationLogResourceTest extends People {

    @AfterEach
    void limitsAsBefore() {
        supabase.mailLimits(Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofHours(1));
    }

    @Test
    void anInvitationThatIsSentAgainAndAcceptedIsThreeLines() {
        String email = email();
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        add(email, "teacher").then().statusCode(201);
        String membership = membershipPath(schools.first().id(), person(email));
        Api.as(schools.first(), "rector")
                .post(membership + "/invitation")
                .then()
                .statusCode(200)
                .body("invitation.mail", equalTo("sent"));
        present(person(email), email, secret(email)).then().statusCode(200);
        List<Map<String, Object>> lines = lines(person(email));
        assertThat(lines).extracting(line -> line.get("action")).containsExactly("update", "update", "create");
        assertThat(changes(lines.get(0))).containsOnlyKeys("status", "accepted_at");
        assertThat(changes(lines.get(1))).containsOnlyKeys("expires_at");
    }

    @Test
    void theMailsThatTheServiceSendsAreNoLines() {
        String email = email();
        supabase.mailLimits(Duration.ZERO, 0, Duration.ofHours(1));
        add(email, "teacher").then().statusCode(201).body("mail", equalTo("waiting"));
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        Schools.change(
                "update athena.school_memberships set mail_due_at = now() where school_id = ? and mail = 'waiting'",
                schools.first().id());
        Schools.change(
                "update athena.due_work set due_at = now() where kind = 'invitations' and school_id = ?",
                schools.first().id());
        RestAssured.post(ManagementPort.url() + "/q/work").then().statusCode(200);
        assertThat(mails(email)).hasSize(1);
        assertThat(lines(person(email))).extracting(line -> line.get("action")).containsExactly("create");
    }

    @Test
    void failedMailsThatSomebodySendsAgainAreALineForEach() {
        String email = email();
        add(email, "teacher").then().statusCode(201);
        Schools.change(
                "update athena.school_memberships set mail = 'failed', mail_fault = 'refused' where school_id = ?"
                        + " and user_id = ?",
                schools.first().id(),
                person(email));
        Api.as(schools.first(), "rector")
                .post(PATH + "/invitations/mails")
                .then()
                .statusCode(202);
        List<Map<String, Object>> lines = lines(person(email));
        assertThat(lines).extracting(line -> line.get("action")).containsExactly("update", "create");
        assertThat(changes(lines.get(0))).containsOnlyKeys("expires_at");
    }

    private List<Map<String, Object>> lines(UUID person) {
        return Api.as(schools.first(), "rector")
                .queryParam("entity_type", "school_memberships")
                .queryParam(
                        "entity_id", membership(schools.first().id(), person).toString())
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changes(Map<String, Object> line) {
        return (Map<String, Object>) line.get("changes");
    }
}
