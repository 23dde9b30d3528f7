package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** A school's staff from a file: all rows are invited, or none. */
@QuarkusTest
class StaffImportResourceTest extends People {

    private static final String IMPORT = PATH + "/import";

    @Test
    void everybodyOfTheFileIsInvitedAndGetsAMail() {
        String one = email();
        String two = email();
        String file =
                "Correo;Nombres;Apellidos;Cargo\n%s;Ana María;Núñez Gil;Docente\n%s;Luis;Ríos;\"coordinador(a); docente\"\n"
                        .formatted(one.toUpperCase(java.util.Locale.ROOT), two);
        send("?dry_run=true", file)
                .then()
                .statusCode(200)
                .body("dry_run", equalTo(true))
                .body("new_people", equalTo(2))
                .body("imported", equalTo(0));
        assertThat(Schools.count("athena.users where email in (?, ?)", one, two))
                .isZero();
        send("", file)
                .then()
                .statusCode(201)
                .body("imported", equalTo(2))
                .body("file.columns.field", hasItems("roles"));
        Api.as(schools.first(), "rector")
                .get(PATH + "/invitations/mails")
                .then()
                .body("waiting", equalTo(2));
        RestAssured.post(ManagementPort.url() + "/q/work").then().statusCode(200);
        assertThat(mails(one)).hasSize(1);
        UUID person = UUID.fromString(Schools.text("select id::text from athena.users where email = ?", two));
        assertThat(supabase.hasAccount(person)).isTrue();
        present(person, two, secret(two)).then().statusCode(200).body("roles", contains("coordinator", "teacher"));
        Api.as(schools.first(), "rector")
                .queryParam("q", "nunez")
                .get(PATH)
                .then()
                .body("items.full_name", contains("Ana María Núñez Gil"))
                .body("items.mail", contains("sent"));
    }

    @Test
    void faultsAreNamedByRowAndColumnAndNobodyIsInvited() {
        String good = email();
        String file =
                "email,full_name,roles\n%s,Ana Gil,docente\na@b,Luis Ríos,docente\n%s,Luis Ríos,mago\n,,\n%s,Ana Gil,\n"
                        .formatted(good, email(), good);
        Response refused = send("", file);
        refused.then().statusCode(400).body("violations.in", hasItems("row 3", "row 4", "row 6"));
        assertThat(refused.<java.util.List<String>>path("violations.field")).contains("email", "roles");
        assertThat(Schools.count("athena.users where email = ?", good)).isZero();
        send("?dry_run=true", file)
                .then()
                .statusCode(200)
                .body("faulty_rows", equalTo(3))
                .body("new_people", equalTo(1))
                .body("known_people", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docente/coordinador | teacher,coordinator",
                "docente y coordinador | teacher,coordinator",
                "Docentes | teacher",
                "Profesor(a) | teacher",
                "Profesor/a | teacher",
                "Coordinador académico | coordinator",
                "Coordinadora de convivencia | coordinator",
                "Psicoorientador(a) | counselor",
                "Secretaria académica | secretary",
                "Rector(a) | rector",
                "RECTORA / DOCENTE | rector,teacher"
            })
    void rolesAreReadAsSchoolsWriteThem(String written, String codes) {
        String email = email();
        send("", "email,full_name,roles\n%s,Ana Gil,%s\n".formatted(email, written))
                .then()
                .statusCode(201)
                .body("imported", equalTo(1));
        assertThat(Schools.text(
                        "select array_to_string(m.roles, ',') from athena.school_memberships m"
                                + " join athena.users u on u.id = m.user_id where u.email = ?",
                        email))
                .isEqualTo(codes);
    }

    @Test
    void aRoleThatMayBeTwoIsAFaultThatNamesBoth() {
        send("", "email,full_name,roles\n%s,Ana Gil,Directivo docente\n".formatted(email()))
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("rector"))
                .body("violations[0].message", containsString("coordinador"));
    }

    @Test
    void whoIsInTheSchoolIsAFaultOrLeftOut() {
        String member = email(schools.first().person("teacher"));
        UUID removed = schools.first().person("secretary");
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), removed))
                .then()
                .statusCode(204);
        String file =
                "email,full_name,roles\n%s,Ana Gil,rector\n%s,Ana Gil,docente\n".formatted(member, email(removed));
        send("?dry_run=true", file)
                .then()
                .body("new_people", equalTo(1))
                .body("known_people", equalTo(1))
                .body("faulty_rows", equalTo(1));
        send("", file)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].message", containsString("in the school"));
        send("?skip_known=true", file)
                .then()
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("known_people", equalTo(1));
        assertThat(Schools.text(
                        "select status || roles::text from athena.school_memberships where user_id = ?",
                        schools.first().person("teacher")))
                .isEqualTo("active{teacher}");
        assertThat(Schools.text(
                        "select status || roles::text from athena.school_memberships where user_id = ?", removed))
                .isEqualTo("invited{teacher}");
    }

    @Test
    void theTemplateIsReadAndItsExampleRefused() {
        byte[] workbook = Api.as(schools.first(), "rector")
                .get(IMPORT + "/template.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        send("?dry_run=true", workbook)
                .then()
                .statusCode(200)
                .body("new_people", equalTo(0))
                .body("faults", hasSize(1))
                .body("faults[0].message", containsString("example"));
        Api.as(schools.first(), "rector")
                .get(IMPORT + "/template.csv")
                .then()
                .statusCode(200)
                .body(containsString("Nombre completo"));
    }

    @Test
    void onlyWhoManagesPeopleImportsThem() {
        Api.as(schools.first(), "secretary")
                .contentType("text/csv")
                .body("email,full_name,roles\n")
                .post(IMPORT)
                .then()
                .statusCode(403);
    }

    private Response send(String query, String file) {
        return send(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private Response send(String query, byte[] file) {
        return Api.as(schools.first(), "rector")
                .contentType("text/csv")
                .body(file)
                .post(IMPORT + query);
    }
}
