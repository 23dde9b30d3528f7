package org.athena.person;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** An e-mail has one form, wherever it is taken. */
@QuarkusTest
class EMailsResourceTest extends SectionGuardians {

    @ParameterizedTest
    @ValueSource(strings = {"ana\u200b@colegio.example", "ana@[127.0.0.1]", "pe\u00f1a@colegio.example", "ana@colegio"})
    void invisibleCharactersForeignLettersAndDomainLiteralsAreRefusedEverywhere(String email) {
        refused(add(email, "teacher"));
        refused(Api.as(schools.first(), "rector")
                .body(Map.of("email", email))
                .patch(PATH + "/" + schools.first().person("teacher")));
        refused(Api.as(schools.first(), "secretary")
                .body(Map.of("email", email))
                .patch("/api/v1/guardians/" + guardian(null, child)));
        given().header(
                        "Authorization",
                        "Bearer "
                                + org.athena.testing.AuthServer.hs256()
                                        .of(schools.first().person("rector")))
                .header("X-School-Id", school.toString())
                .queryParam("dry_run", true)
                .contentType("text/csv")
                .body(("Correo;Nombre;Roles\n" + email + ";Ana Torres;docente\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(PATH + "/import")
                .then()
                .statusCode(200)
                .body("faults.field", hasItem("email"));
    }

    @Test
    void anEMailIsStoredInLowerCaseWithoutWhatSurroundsIt() {
        String email = email();
        add("\u00a0" + email.toUpperCase(java.util.Locale.ROOT) + " ", "teacher")
                .then()
                .statusCode(201)
                .body("email", equalTo(email));
        Api.as(schools.first(), "secretary")
                .body(Map.of("email", "EVA@Colegio.Example"))
                .patch("/api/v1/guardians/" + guardian(null, child))
                .then()
                .statusCode(200)
                .body("email", equalTo("eva@colegio.example"));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).body("violations.field", contains("email"));
    }
}
