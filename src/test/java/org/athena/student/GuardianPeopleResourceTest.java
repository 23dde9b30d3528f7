package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A guardian is one person for all their children, and only their own address changes them. */
@QuarkusTest
class GuardianPeopleResourceTest extends Guardians {

    private static final String OTHERWISE = """
            {"document_type":"TI","document_number":"52 000 111","full_name":"Marta Inés Ñúñez","phone":"999 999 9999",
             "email":"otra@example.org","relationship":"tía","portal_access":true}""";

    private static final List<String> FIELDS = List.of("document_type", "full_name", "phone", "email");

    private String marta() {
        return guarded("{" + LINK + ",\"phone\":\"300 111 2233\"}");
    }

    @Test
    void aKnownPersonIsLinkedAsTheyAreAndTheDifferencesAreAnswered() {
        String first = marta();
        String second = create(student("2", "")).header("Location");
        Response added = add(second, OTHERWISE);
        added.then()
                .statusCode(201)
                .body("full_name", equalTo("Marta Ñúñez"))
                .body("phone", equalTo("300 111 2233"))
                .body("email", nullValue())
                .body("relationship", equalTo("tía"))
                .body("differences.field", equalTo(FIELDS))
                .body("differences[1].kept", equalTo("Marta Ñúñez"))
                .body("differences[1].sent", equalTo("Marta Inés Ñúñez"))
                .body("differences[3].kept", nullValue());
        Api.as(school, "secretary").get(first).then().header("ETag", "\"0\"");
        Api.as(school, "secretary").get(person(first)).then().body("version", equalTo(1));
        Api.as(school, "secretary")
                .get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("differences", nullValue());
    }

    @Test
    void soItIsWhenAStudentIsAdded() {
        marta();
        create(
                        student(
                                "2",
                                OTHERWISE
                                        + ",{\"document_type\":\"CC\",\"document_number\":\"8\",\"full_name\":\"Luz\",\"relationship\":\"tía\"}"))
                .then()
                .statusCode(201)
                .body("guardians.full_name", contains("Marta Ñúñez", "Luz"))
                .body("guardians[0].differences.field", equalTo(FIELDS))
                .body("guardians[1].differences", hasSize(0));
    }

    /** The person's account too, which nobody but who manages users may set. */
    @Test
    void anAccountOfAKnownPersonIsADifference() {
        String first = marta();
        String second = create(student("2", "")).header("Location");
        String other = school.person("student").toString();
        add(second, "{" + LINK + ",\"user_id\":\"" + other + "\"}")
                .then()
                .statusCode(201)
                .body("user_id", equalTo(school.person("acudiente").toString()))
                .body("differences.field", contains("user_id"))
                .body("differences.sent", contains(other));
        change(person(first), "{\"user_id\":\"" + other + "\"}")
                .then()
                .statusCode(403)
                .body("violations.field", contains("user_id"));
        change(person(first), "{\"user_id\":null}").then().statusCode(403);
        Api.as(school, "rector")
                .body("{\"user_id\":null}")
                .patch(person(first))
                .then()
                .statusCode(200)
                .body("user_id", nullValue());
        assertPortal(second, 404);
    }

    @Test
    void aChangeOfThePersonIsSeenAtEveryChild() {
        String first = marta();
        String second = create(student("2", "{" + LINK + "}")).header("Location");
        String ended = create(student("3", "{" + LINK + "}")).header("Location");
        end(ended);
        assertThat(person(first)).isEqualTo(person(second));
        change(person(first), "{\"full_name\":\"Marta Inés Ñúñez\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(4));
        for (String child : List.of(first, second)) {
            Api.as(school, "secretary")
                    .get(child)
                    .then()
                    .header("ETag", "\"1\"")
                    .body("guardians[0].full_name", equalTo("Marta Inés Ñúñez"))
                    .body("guardians[0].version", equalTo(1));
        }
        Api.as(school, "secretary").get(ended).then().header("ETag", "\"1\"");
    }

    @Test
    void aDocumentThatAnotherGuardianHasIsRefused() {
        String first = marta();
        create(student("2", "{" + LINK.replace("52.000.111", "8") + "}")).then().statusCode(201);
        change(person(first), "{\"document_number\":\"8\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.document_taken"))
                .body("violations.field", contains("document_number"));
        Api.as(school, "secretary").get(first).then().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'Nunez, Marta',1",
        "52.000.111,1",
        "0052000111,1",
        "C.C. 52.000.111,1",
        "CC52000111,1",
        "+57 300 111 2233,1",
        "+573001112233,1",
        "300-111-22-33,1",
        "MARTA 52000,1",
        "marta zzz,0",
        "'',1"
    })
    void guardiansAreFoundByNameAndDocument(String typed, int total) {
        marta();
        Api.as(school, "secretary")
                .queryParam("q", typed)
                .get(PEOPLE)
                .then()
                .statusCode(200)
                .body("total", equalTo(total));
        Api.as(school, "teacher").get(PEOPLE).then().statusCode(403);
        Api.as(schools.second(), "secretary").get(PEOPLE).then().body("total", equalTo(0));
    }

    @Test
    void guardiansAreSortedByName() {
        create(student("9", """
                {"document_type":"CC","document_number":"1","full_name":"Zoé Gil","relationship":"madre"},
                {"document_type":"CC","document_number":"2","full_name":"Ñata Gil","relationship":"madre"},
                {"document_type":"CC","document_number":"3","full_name":"Nora Gil","relationship":"madre"},
                {"document_type":"CC","document_number":"4","full_name":"Álvaro Gil","relationship":"padre"}"""));
        Api.as(school, "secretary")
                .get(PEOPLE)
                .then()
                .body("items.full_name", contains("Álvaro Gil", "Nora Gil", "Ñata Gil", "Zoé Gil"));
    }

    @Test
    void whoEndsALinkIsWritten() {
        String path = marta();
        end(path);
        assertThat(Schools.count(
                        "athena.student_guardians where ended_at is not null and ended_by = ?",
                        school.person("secretary")))
                .isEqualTo(1);
        add(path, "{" + LINK + "}").then().statusCode(201);
        Api.asSuperadmin(schools, school.id()).delete(link(path)).then().statusCode(204);
        assertThat(Schools.count("athena.student_guardians where ended_by = ?", schools.superadmin()))
                .isEqualTo(1);
    }
}
