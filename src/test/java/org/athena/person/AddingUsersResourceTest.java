package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** How a person and their Supabase account come to be. */
@QuarkusTest
class AddingUsersResourceTest extends People {

    @Test
    void aNewPersonGetsAnAccountAndEntersAfterAcceptingTheInvitation() {
        String email = email();
        Response created = add(email, "teacher");
        UUID id = UUID.fromString(created.path("id"));
        created.then()
                .statusCode(201)
                .header("Location", PATH + "/" + id)
                .body("email", equalTo(email))
                .body("memberships.status", contains("invited"))
                .body("memberships.roles", contains(List.of("teacher")));
        assertThat(supabase.hasAccount(id)).isTrue();

        Api.as(id, null).get("/api/v1/schools/me").then().statusCode(403).body("code", equalTo("tenant.no_membership"));
        Response invitations = Api.as(id, null).get(INVITATIONS);
        invitations.then().statusCode(200).body("items.school_name", contains("Colegio Uno"));
        String invitation = invitations.path("items[0].id");
        Api.as(schools.second(), "teacher")
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(404);
        Api.as(id, null)
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        Api.as(id, null)
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(404);
        Api.as(id, null).get("/api/v1/schools/me").then().statusCode(200);
        await().untilAsserted(() -> assertThat(supabase.appMetadata(id))
                .containsEntry("school_id", schools.first().id().toString())
                .containsEntry("roles", List.of("teacher")));
        assertThat(Schools.count("athena.audit_log where entity_type = 'users' and entity_id = ?", id.toString()))
                .isEqualTo(2);
    }

    @Test
    void anEMailThatHasAnAccountHereGetsTheSameAnswerAndKeepsItsProfile() {
        UUID elsewhere = schools.second().person("teacher");
        String email = Schools.text("select email from athena.users where id = ?", elsewhere);
        Response known = add(email.toUpperCase(java.util.Locale.ROOT), "teacher");
        Response unknown = add(email(), "teacher");
        known.then()
                .statusCode(201)
                .body("full_name", equalTo("Nueva Persona"))
                .body("status", nullValue())
                .body("mail", equalTo("sent"));
        assertThat(known.jsonPath().getMap("").keySet())
                .isEqualTo(unknown.jsonPath().getMap("").keySet());
        assertThat(Schools.text("select full_name from athena.users where id = ?", elsewhere))
                .isEqualTo("Ana teacher");
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + elsewhere)
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Nueva Persona"))
                .body("memberships", hasSize(1));
    }

    @Test
    void theSameInvitationTwiceIsAConflictAndWithAKeyTheSameAnswer() {
        String email = email();
        String key = UUID.randomUUID().toString();
        Response first = Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(person(email, "secretary"))
                .post(PATH);
        first.then().statusCode(201);
        Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(person(email, "secretary"))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        add(email, "secretary").then().statusCode(409).body("reason", equalTo("membership.already_there"));
    }

    @Test
    void aRepetitionIsAnsweredBeforeAnybodyIsAddedAgain() {
        String email = email();
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, person(email, "secretary"));
        first.then().statusCode(201);
        Schools.change("update athena.users set email = ? where email = ?", email(), email);
        Response again = keyed(key, person(email, "secretary"));
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefusedBeforeAnybodyIsAdded() {
        String key = UUID.randomUUID().toString();
        keyed(key, person(email(), "secretary")).then().statusCode(201);
        String other = email();
        keyed(key, person(other, "secretary")).then().statusCode(422).body("code", equalTo("idempotency.key_reused"));
        assertThat(Schools.count("athena.users where email = ?", other)).isZero();
        assertThat(Schools.count("athena.audit_log where changes::text like ?", "%" + other + "%"))
                .isZero();
    }

    private Response keyed(String key, String body) {
        return Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    /** Also the log: a person who is new is made, and one who is not is only invited. */
    @Test
    void theAuditLogOfASchoolDoesNotTellWhetherThereWasAnAccount() {
        add(email(), "teacher").then().statusCode(201);
        Api.as(schools.first(), "rector")
                .queryParam("entity_type", "users")
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void anEMailIsWrittenAsSupabaseWritesIt() {
        String email = email();
        add(email.toUpperCase(java.util.Locale.ROOT), "teacher")
                .then()
                .statusCode(201)
                .body("email", equalTo(email));
    }

    /** Who knew it could sign in as that person, and open what another school offers them. */
    @Test
    void nobodyChoosesAnotherPersonsPassword() {
        String email = email();
        Api.as(schools.first(), "rector")
                .body("""
                        {"email":"%s","full_name":"Nueva Persona","roles":["teacher"],"password":"%s"}""".formatted(email, PASSWORD))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"))
                .body("violations.field", contains("password"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    @Test
    void badFieldsAreNamedAndLeaveNoAccount() {
        String email = email();
        Api.as(schools.first(), "rector")
                .body("{\"email\":\"no\",\"full_name\":\"\",\"roles\":[]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("email"))
                .body("violations.field", hasItem("full_name"))
                .body("violations.field", hasItem("roles"));
        add(email, "wizard").then().statusCode(400).body("violations.field", contains("roles[0]"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    @Test
    void anEMailWithoutADotInItsDomainIsRefusedAsSupabaseRefusesIt() {
        add("a@b", "teacher").then().statusCode(400).body("violations.field", contains("email"));
    }

    /** A space that is none to everybody is gone when the name is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2003", " \u3000 "})
    void aNameThatSaysNothingIsNamed(String name) {
        String email = email();
        Api.as(schools.first(), "rector")
                .body(person(email, "teacher").replace("Nueva Persona", name))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
        Api.as(schools.first(), "rector")
                .body("{\"full_name\":\"" + name + "\"}")
                .patch(PATH + "/" + schools.first().person("teacher"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
    }
}
