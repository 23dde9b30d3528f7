package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Adding people when one half fails, somebody crashes in between, or two do it at once. */
@QuarkusTest
class AddingUsersFailureResourceTest extends People {

    @Test
    void whenSupabaseFailsTheInvitationStandsAndItsMailIsSentLater() {
        String email = email();
        supabase.fail(CREATE);
        Response added = add(email, "teacher");
        // Supabase answers a request for a mail to an unknown e-mail as if it had sent one.
        added.then()
                .statusCode(201)
                .body("memberships.status", contains("invited"))
                .body("mail", equalTo("waiting"))
                .body("mail_fault", equalTo("unreachable"));
        assertThat(status(email)).isEqualTo("pending");
        again(added.path("id")).then().statusCode(200).body("invitation.mail", equalTo("sent"));
        assertThat(status(email)).isEqualTo("active");
        assertThat(mails(email)).hasSize(1);
    }

    @Test
    void anAccountWhoseAnswerWasLostIsFoundByItsId() {
        String email = email();
        supabase.loseAnswerOf(CREATE);
        add(email, "teacher").then().statusCode(201).body("mail", equalTo("sent"));
        assertThat(status(email)).isEqualTo("active");
    }

    @Test
    void aMailThatWasNotSentIsTold() {
        String email = email();
        supabase.fail("POST /auth/v1/recover");
        Response added = add(email, "teacher");
        added.then().statusCode(201).body("mail", equalTo("waiting")).body("mail_fault", equalTo("unreachable"));
        Api.as(schools.first(), "rector")
                .queryParam("mail", "waiting")
                .queryParam("membership_status", "invited")
                .get(PATH)
                .then()
                .body("items.email", contains(email));
        again(added.path("id")).then().statusCode(200).body("invitation.mail", equalTo("sent"));
        Api.as(schools.first(), "rector")
                .queryParam("mail", "waiting")
                .get(PATH)
                .then()
                .body("total", equalTo(0));
    }

    /** The second transaction fails here, because the caller's school was switched off meanwhile. */
    @Test
    void aRequestThatDiedOnItsWayGoesOnWithTheSameKey() {
        String email = email();
        supabase.meet("POST /auth/v1/recover", new CyclicBarrier(1, () -> school(false)));
        assertThat(keyed(email).statusCode()).isGreaterThanOrEqualTo(400);
        school(true);
        assertThat(mail(email)).isEqualTo("waiting");
        add(email, "teacher").then().statusCode(409).body("reason", equalTo("membership.already_there"));
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        keyed(email).then().statusCode(201).body("mail", equalTo("sent"));
        supabase.mailLimits(Duration.ofMinutes(1), 1000, Duration.ofHours(1));
        keyed(email).then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(mail(email)).isEqualTo("sent");
        assertThat(status(email)).isEqualTo("active");
    }

    private void school(boolean active) {
        Schools.change(
                "update athena.schools set is_active = ? where id = ?",
                active,
                schools.first().id());
    }

    private Response again(String person) {
        return Api.as(schools.first(), "rector")
                .post(membershipPath(schools.first().id(), UUID.fromString(person)) + "/invitation");
    }

    private static String status(String email) {
        return Schools.text("select status from athena.users where email = ?", email);
    }

    private static String mail(String email) {
        return Schools.text(
                "select m.mail from athena.school_memberships m join athena.users u on u.id = m.user_id where u.email = ?",
                email);
    }

    @Test
    void aCrashBetweenTheAccountAndTheMembershipIsMendedByTheNextAttempt() {
        String email = email();
        UUID id = UUID.randomUUID();
        supabase.account(id, email, PASSWORD);
        Schools.change(
                "insert into athena.users (id, email, full_name, status) values (?, ?, 'Nueva Persona', 'active')",
                id,
                email);
        add(email, "teacher").then().statusCode(201).body("id", equalTo(id.toString()));
    }

    @Test
    void twoRequestsForOneNewPersonMakeOneAccount() throws Exception {
        String email = email();
        supabase.meet(CREATE, new CyclicBarrier(2));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Response>> answers = both.invokeAll(List.<Callable<Response>>of(
                    () -> add(email, "teacher"),
                    () -> Api.as(schools.second(), "rector")
                            .body(person(email, "teacher"))
                            .post(PATH)));
            for (Future<Response> answer : answers) {
                answer.get().then().statusCode(201).body("memberships.status", contains("invited"));
            }
            UUID id = UUID.fromString(answers.get(0).get().path("id"));
            assertThat(answers.get(1).get().<String>path("id")).isEqualTo(id.toString());
            assertThat(supabase.hasAccount(id)).isTrue();
            assertThat(Schools.text("select status from athena.users where id = ?", id))
                    .isEqualTo("active");
        } finally {
            both.shutdown();
        }
    }

    @Test
    void aKeyThatIsAtWorkAtSupabaseIsAnsweredAtOnce() {
        String email = email();
        AtomicReference<Response> second = new AtomicReference<>();
        supabase.meet(CREATE, new CyclicBarrier(1, () -> {
            if (second.get() == null) {
                second.set(keyed(email));
            }
        }));
        keyed(email).then().statusCode(201);
        second.get().then().statusCode(409).header("Retry-After", "1").body("code", equalTo("idempotency.in_progress"));
        keyed(email).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    private Response keyed(String email) {
        return Api.as(schools.first(), "rector")
                .header("Idempotency-Key", "the-new-teacher")
                .body(person(email, "teacher"))
                .post(PATH);
    }
}
