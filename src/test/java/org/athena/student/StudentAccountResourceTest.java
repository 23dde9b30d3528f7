package org.athena.student;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Which account a student or guardian has. */
@QuarkusTest
class StudentAccountResourceTest extends Students {

    @Test
    void aSecretaryCannotSayWhichAccountSomebodyHas() {
        String user = "\"user_id\":\"" + school.person("student") + "\"";
        create(LUCIA.replaceFirst("\\{", "{" + user + ","))
                .then()
                .statusCode(403)
                .body("violations[0].field", equalTo("user_id"));
        create(LUCIA.replace("\"relationship\"", user + ",\"relationship\""))
                .then()
                .statusCode(403)
                .body("violations[0].field", equalTo("guardians[0].user_id"));
        String path = create(LUCIA).header("Location");
        Api.as(school, "rector").body("{" + user + "}").patch(path).then().statusCode(200);
        Api.as(school, "secretary")
                .body("{\"user_id\":null}")
                .patch(path)
                .then()
                .statusCode(403);
        Api.as(school, "rector")
                .body("{\"user_id\":\"" + schools.second().person("student") + "\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("student.user_unknown"));
    }

    @Test
    void aGuardiansAccountAndNumberAreTakenAwayByNullAndKeptWhenTheyAreLeftOut() {
        String user = "\"user_id\":\"" + school.person("acudiente") + "\"";
        Response created = Api.as(school, "rector")
                .body(LUCIA.replace("\"relationship\"", user + ",\"relationship\""))
                .post(PATH);
        created.then()
                .statusCode(201)
                .body("guardians[0].user_id", equalTo(school.person("acudiente").toString()));
        String person = "/api/v1/guardians/" + created.path("guardians[0].guardian_id");
        guardian("rector", person, "{}").then().statusCode(200).body("phone", equalTo("300 111 2233"));
        guardian("secretary", person, "{\"user_id\":null}").then().statusCode(403);
        guardian("rector", person, "{\"user_id\":null,\"phone\":null}")
                .then()
                .statusCode(200)
                .body("user_id", nullValue())
                .body("phone", nullValue());
        guardian("rector", person, "{\"user_id\":\"" + schools.second().person("acudiente") + "\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.user_unknown"))
                .body("violations.field", contains("user_id"));
    }

    private Response guardian(String role, String person, String change) {
        return Api.as(school, role).body(change).patch(person);
    }

    /** As little as somebody who is no member: the account would be theirs again with the next acceptance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.school_memberships set status = 'inactive' where user_id = ?",
                "update athena.school_memberships set status = 'invited' where user_id = ?",
                "update athena.school_memberships set is_locked = true where user_id = ?",
                "update athena.users set status = 'inactive' where id = ?"
            })
    void anAccountIsAnActiveMembers(String ending) {
        Schools.change(ending, school.person("student"));
        String user = "\"user_id\":\"" + school.person("student") + "\"";
        String path = create(LUCIA).header("Location");
        Api.as(school, "rector")
                .body("{" + user + "}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("student.user_unknown"))
                .body("violations.field", contains("user_id"));
        Api.as(school, "rector")
                .body(LUCIA.replace("1.020.304.050", "5")
                        .replace("52.000.111", "6")
                        .replace("\"relationship\"", user + ",\"relationship\""))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.user_unknown"))
                .body("violations.field", contains("guardians[0].user_id"));
        Api.as(school, "secretary")
                .get(path)
                .then()
                .body("user_id", nullValue())
                .header("ETag", "\"0\"");
    }

    @Test
    void anAccountThatWasAMembersStaysWhereItIsAndIsTakenAway() {
        String path = linked("student");
        Schools.change(
                "update athena.school_memberships set status = 'inactive' where user_id = ?", school.person("student"));
        Api.as(school, "rector")
                .body("{\"middle_name\":\"Inés\",\"user_id\":\"" + school.person("student") + "\"}")
                .patch(path)
                .then()
                .statusCode(200);
        Api.as(school, "rector")
                .body("{\"user_id\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("user_id", nullValue());
    }
}
