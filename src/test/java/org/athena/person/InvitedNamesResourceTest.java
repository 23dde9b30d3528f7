package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The name that a school wrote for its invitation: shown until the person accepts, and nobody's profile. */
@QuarkusTest
class InvitedNamesResourceTest extends People {

    @Test
    void theSchoolCorrectsTheNameThatItWrote() {
        String email = email();
        String id = add(email, "teacher").path("id");
        patch(id, "{\"full_name\":\"  Nueva  Persóna \"}")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("full_name", equalTo("Nueva Persóna"))
                .body("version", nullValue());
        Api.as(schools.first(), "rector")
                .queryParam("q", "persona")
                .get(PATH)
                .then()
                .body("items.id", contains(id));
        assertThat(Schools.text("select full_name from athena.users where id = ?", UUID.fromString(id)))
                .isEqualTo("Nueva Persona");
        patch(id, "{\"full_name\":\"\"}").then().statusCode(400).body("violations.field", contains("full_name"));
    }

    @Test
    void theProfileOfWhoHasAnAccountStaysAsItIs() {
        UUID elsewhere = schools.second().person("teacher");
        supabase.account(elsewhere, email(elsewhere), PASSWORD);
        add(email(elsewhere), "teacher").then().statusCode(201);
        patch(elsewhere.toString(), "{\"full_name\":\"Otra Cosa\"}")
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Otra Cosa"));
        assertThat(Schools.text("select full_name from athena.users where id = ?", elsewhere))
                .isEqualTo("Ana teacher");
        for (String change :
                new String[] {"{\"status\":\"inactive\"}", "{\"full_name\":\"A\",\"email\":\"x@example.org\"}"}) {
            patch(elsewhere.toString(), change).then().statusCode(403);
        }
    }

    @Test
    void theVersionOfTheMembershipIsChecked() {
        Response added = add(email(), "teacher");
        String id = added.path("id");
        int version = added.path("memberships[0].version");
        patch(id, "{\"full_name\":\"Uno\",\"version\":" + (version + 7) + "}")
                .then()
                .statusCode(412);
        patch(id, "{\"full_name\":\"Uno\",\"version\":" + version + "}")
                .then()
                .statusCode(200)
                .body("memberships[0].version", not(equalTo(version)));
    }

    @Test
    void whoWasRemovedIsShownByTheNameOfTheNewInvitationUntilTheyAccept() {
        UUID removed = schools.first().person("secretary");
        String email = email(removed);
        supabase.account(removed, email, PASSWORD);
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), removed))
                .then()
                .statusCode(204);
        add(email, "teacher").then().statusCode(201).body("full_name", equalTo("Nueva Persona"));
        patch(removed.toString(), "{\"full_name\":\"Corregida\"}")
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Corregida"));
        Api.as(schools.first(), "rector")
                .queryParam("q", "corregida")
                .get(PATH)
                .then()
                .body("items.id", contains(removed.toString()));
        present(removed, email, secret(email)).then().statusCode(200);
        Api.as(schools.first(), "rector").get(PATH + "/" + removed).then().body("full_name", equalTo("Ana secretary"));
    }

    @Test
    void whoIsInvitedBackWithoutANameKeepsTheOneOfTheProfile() {
        UUID removed = schools.first().person("secretary");
        supabase.account(removed, email(removed), PASSWORD);
        Schools.change(
                "update athena.school_memberships set invited_name = 'De Antes', status = 'inactive' where user_id = ?",
                removed);
        Api.as(schools.first(), "rector")
                .post(membershipPath(schools.first().id(), removed) + "/invitation")
                .then()
                .statusCode(200);
        Api.as(schools.first(), "rector").get(PATH + "/" + removed).then().body("full_name", equalTo("Ana secretary"));
    }

    private Response patch(String id, String change) {
        return Api.as(schools.first(), "rector").body(change).patch(PATH + "/" + id);
    }
}
