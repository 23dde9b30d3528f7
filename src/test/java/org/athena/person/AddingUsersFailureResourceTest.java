package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

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
    void whenSupabaseFailsNothingIsDoneAndTheNextAttemptSucceeds() {
        String email = email();
        supabase.fail(CREATE);
        add(email, "teacher")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("server.unavailable"))
                .body("detail", not(containsString("500")));
        assertThat(Schools.count(
                        "athena.school_memberships m join athena.users u on u.id = m.user_id where u.email = ?", email))
                .isZero();
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("pending");
        add(email, "teacher").then().statusCode(201);
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("active");
    }

    @Test
    void anAccountWhoseAnswerWasLostIsFoundAgainByItsId() {
        String email = email();
        supabase.loseAnswerOf(CREATE);
        add(email, "teacher").then().statusCode(503);
        UUID id = UUID.fromString(Schools.text("select id::text from athena.users where email = ?", email));
        assertThat(supabase.hasAccount(id)).isTrue();
        add(email, "teacher").then().statusCode(201).body("id", equalTo(id.toString()));
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

    @Test
    void aRowThatIsGivenUpWhileTheAccountIsMadeIsMadeAgain() {
        String email = email();
        supabase.meet(
                CREATE, new CyclicBarrier(1, () -> Schools.change("delete from athena.users where email = ?", email)));
        Response created = add(email, "teacher");
        created.then().statusCode(201);
        assertThat(supabase.hasAccount(UUID.fromString(created.path("id")))).isTrue();
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("active");
    }

    @Test
    void anAccountThatCouldNotBeAskedForIsNamedAgainLater() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, PASSWORD);
        supabase.fail("GET /auth/v1/admin/users/" + stranger);
        name(stranger, email()).then().statusCode(503);
        assertThat(Schools.count("athena.users where id = ?", stranger)).isZero();
        name(stranger, email).then().statusCode(201).body("id", equalTo(stranger.toString()));
    }

    @Test
    void aRowThatWaitsForAnAccountUnderAnotherIdGivesWayToTheNamedOne() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        Schools.change(
                "insert into athena.users (id, email, full_name) values (?, ?, 'Nueva Persona')",
                UUID.randomUUID(),
                email);
        supabase.account(stranger, email, PASSWORD);
        name(stranger, email).then().statusCode(201).body("id", equalTo(stranger.toString()));
        assertThat(Schools.count("athena.users where email = ?", email)).isEqualTo(1);
    }
}
