package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.devmode.Mail;
import org.athena.testing.Api;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Supabase sends few mails an hour; everybody who is invited gets theirs in the end, and nobody two. */
@QuarkusTest
class InvitationMailsResourceTest extends People {

    private static final String MAILS = PATH + "/invitations/mails";
    private static final int MANY = 200;
    /** What one user may add in a minute. */
    private static final int OF_ONE = 50;

    @AfterEach
    void asBefore() {
        supabase.mailLimits(Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofHours(1));
    }

    @Test
    void twoHundredPeopleGetTheirMailsThroughTheLimits() {
        supabase.mailLimits(Duration.ofMinutes(1), 30, Duration.ofHours(1));
        List<String> added = new ArrayList<>();
        for (int i = 0; i < MANY / OF_ONE; i++) {
            UUID rector = Schools.user("rector", "active");
            Schools.member(schools.first().id(), rector, "rector");
            added.addAll(add(rector));
        }
        progress().then().body("sent", equalTo(30)).body("failed", equalTo(0)).body("waiting", equalTo(MANY - 30));
        // An hour passes, again and again.
        for (int hour = 0; waiting() > 0 && hour < 20; hour++) {
            supabase.mailLimits(Duration.ofMinutes(1), 30, Duration.ofHours(1));
            int before = supabase.mails().size();
            round();
            assertThat(supabase.mails().size() - before).isLessThanOrEqualTo(30);
            if (waiting() > 0) {
                assertThat(progress().<String>path("next_attempt_at")).isNotNull();
            }
            timePasses();
        }
        progress()
                .then()
                .body("waiting", equalTo(0))
                .body("failed", equalTo(0))
                .body("sent", equalTo(MANY))
                .body("next_attempt_at", nullValue());
        List<String> mailed = supabase.mails().stream()
                .map(Mail::to)
                .filter(added::contains)
                .sorted()
                .toList();
        assertThat(mailed).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void afterTwoRefusalsInARowTheServiceWaitsLongerAndLonger() {
        supabase.mailLimits(Duration.ZERO, 0, Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            add(email(), "teacher").then().statusCode(201).body("mail", equalTo("waiting"));
        }
        timePasses();
        List<Long> pauses = new ArrayList<>();
        int before = supabase.calls("POST /auth/v1/recover");
        for (int i = 0; i < 6; i++) {
            round();
            pauses.add(Long.parseLong(Schools.text(
                    "select round(extract(epoch from due_at - now()) / 60)::text from athena.due_work"
                            + " where kind = 'invitations' and school_id = ?",
                    schools.first().id())));
            timePasses();
        }
        assertThat(pauses).containsExactly(2L, 4L, 8L, 15L, 15L, 15L);
        assertThat(supabase.calls("POST /auth/v1/recover") - before).isLessThanOrEqualTo(12);
    }

    /** Somebody asked for a mail of the same person a moment ago. */
    @Test
    void oneRefusalPostponesThatPersonAlone() {
        supabase.mailLimits(Duration.ZERO, 0, Duration.ofHours(1));
        String first = email();
        add(first, "teacher");
        add(email(), "teacher");
        add(email(), "teacher");
        supabase.mailLimits(Duration.ofMinutes(1), 1000, Duration.ofHours(1));
        RestAssured.given()
                .header("apikey", supabase.anonKey())
                .contentType("application/json")
                .body("{\"email\":\"" + first + "\"}")
                .post(supabase.url() + "/auth/v1/recover")
                .then()
                .statusCode(200);
        timePasses();
        round();
        progress().then().body("sent", equalTo(2)).body("waiting", equalTo(1));
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        timePasses();
        round();
        progress().then().body("sent", equalTo(3)).body("waiting", equalTo(0));
    }

    /** The process died between the two transactions. */
    @Test
    void aMailThatWaitsIsSentByTheJobAndTheAccountIsMade() {
        String email = email();
        add(email, "teacher");
        UUID fresh = UUID.randomUUID();
        String another = email();
        Schools.change(
                "insert into athena.users (id, email, full_name) values (?, ?, 'Nueva Persona')", fresh, another);
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status, invited_name, mail)"
                        + " values (?, ?, '{teacher}', 'invited', 'Nueva Persona', 'waiting')",
                schools.first().id(),
                fresh);
        Schools.change(
                "update athena.due_work set due_at = now() where kind = 'invitations' and school_id = ?",
                schools.first().id());
        round();
        assertThat(mails(another)).hasSize(1);
        assertThat(mails(email)).hasSize(1);
        assertThat(supabase.hasAccount(fresh)).isTrue();
        present(fresh, another, secret(another)).then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void theProgressIsNeverInThePastAndSaysWhenTheLastMailWent() {
        supabase.mailLimits(Duration.ZERO, 1, Duration.ofHours(1));
        add(email(), "teacher");
        add(email(), "teacher");
        timePasses();
        Schools.change(
                "update athena.due_work set due_at = now() - interval '20 seconds' where kind = 'invitations' and school_id = ?",
                schools.first().id());
        Instant before = Instant.now();
        Response progress = progress();
        progress.then().body("waiting", equalTo(1)).body("sent", equalTo(1));
        assertThat(Instant.parse(progress.path("next_attempt_at"))).isAfterOrEqualTo(before.minusSeconds(1));
        assertThat(Instant.parse(progress.path("last_mail_at"))).isBetween(before.minusSeconds(60), Instant.now());
    }

    private List<String> add(UUID rector) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < OF_ONE; i++) {
            String email = email();
            Api.as(rector, schools.first().id())
                    .body(person(email, "teacher"))
                    .post(PATH)
                    .then()
                    .statusCode(201);
            added.add(email);
        }
        return added;
    }

    private Response progress() {
        return Api.as(schools.first(), "rector").get(MAILS);
    }

    private int waiting() {
        return progress().path("waiting");
    }

    private static void round() {
        boolean left = true;
        for (int i = 0; left && i < 50; i++) {
            left = RestAssured.post(ManagementPort.url() + "/q/work").path("left");
        }
    }

    private void timePasses() {
        Schools.change(
                "update athena.school_memberships set mail_due_at = now(), mail_tried_at = mail_tried_at - interval '1 hour'"
                        + " where school_id = ? and mail = 'waiting'",
                schools.first().id());
        Schools.change(
                "update athena.due_work set due_at = now() where kind = 'invitations' and school_id = ?",
                schools.first().id());
    }
}
