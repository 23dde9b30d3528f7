package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Adding, finding, changing and taking off students. */
@QuarkusTest
class StudentResourceTest extends Students {

    @Test
    void aSecretaryAddsAStudentWithAGuardianAndFindsThem() {
        Response created = create(LUCIA);
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", PATH + "/" + created.path("id"))
                .body("document_number", equalTo("1020304050"))
                .body("full_name", equalTo("Lucía Peña Ñúñez"))
                .body("guardians[0].full_name", equalTo("Marta Ñúñez"))
                .body("guardians[0].priority", equalTo(1));
        Api.as(schools.first(), "secretary")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("birth_date", equalTo("2014-05-06"))
                .body("has_piar", equalTo(true))
                .body("guardians", hasSize(1));
        Api.as(schools.first(), "secretary")
                .queryParam("q", "nunez LUCIA")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("page_size", equalTo(20))
                .body("items[0].document_number", equalTo("1020304050"));
    }

    @Test
    void anotherSchoolGetsTheAnswerOfAnIdThatNeverExisted() {
        String path = create(LUCIA).header("Location");
        Schools.School other = schools.second();
        String never = PATH + "/" + UUID.randomUUID();
        assertSame(
                Api.as(other, "secretary").get(path), Api.as(other, "secretary").get(never));
        assertSame(
                Api.as(other, "secretary").body("{\"first_name\":\"X\"}").patch(path),
                Api.as(other, "secretary").body("{\"first_name\":\"X\"}").patch(never));
        assertSame(Api.as(other, "rector").delete(path), Api.as(other, "rector").delete(never));
        assertSame(
                Api.as(other, "rector").get(path + "/piar"),
                Api.as(other, "rector").get(never + "/piar"));
        Api.as(other, "secretary").get(PATH).then().body("total", equalTo(0));
        Api.as(schools.first(), "secretary").get(path).then().body("first_name", equalTo("Lucía"));
        Api.as(other, "secretary").body(LUCIA).post(PATH).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document_number | '{\"document_type\":\"TI\",\"document_number\":\" . \",\"first_name\":\"A\",\"last_name\":\"B\"}'",
                "document_type | '{\"document_type\":\"DNI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\"}'",
                "first_name | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"  \",\"last_name\":\"B\"}'",
                "last_name | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\"}'",
                "birth_date | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\",\"birth_date\":\"31/12/2014\"}'",
                "school_id | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\",\"school_id\":\"x\"}'",
                "guardians[0].priority | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\",\"guardians\":[{\"document_type\":\"CC\",\"document_number\":\"5\",\"full_name\":\"C\",\"relationship\":\"madre\",\"priority\":0}]}'",
                "guardians[0].restriction.to | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\",\"guardians\":[{\"document_type\":\"CC\",\"document_number\":\"5\",\"full_name\":\"C\",\"relationship\":\"madre\",\"restriction\":{\"text\":\"order\",\"from\":\"2026-02-02\",\"to\":\"2026-02-01\"}}]}'",
                "guardians[1].document_number | '{\"document_type\":\"TI\",\"document_number\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\",\"guardians\":[{\"document_type\":\"CC\",\"document_number\":\"5\",\"full_name\":\"C\",\"relationship\":\"madre\"},{\"document_type\":\"TI\",\"document_number\":\"5.\",\"full_name\":\"C\",\"relationship\":\"madre\"}]}'",
            })
    void aBadFieldIsNamedAndNothingIsWritten(String field, String body) {
        Api.as(schools.first(), "secretary")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("request.invalid"))
                .body("violations.field", hasItem(field));
        Api.as(schools.first(), "secretary").get(PATH).then().body("total", equalTo(0));
    }

    @Test
    void aNulIsNoPartOfAnyNameOrAddress() {
        for (String member : new String[] {"extra_data", "piar_data"}) {
            Api.as(schools.first(), "secretary")
                    .body(LUCIA.replace("{\"bus\":\"R4\"}", "{}")
                            .replace("{\"apoyo\":\"lectura\"}", "{}")
                            .replace("\"" + member + "\":{}", "\"" + member + "\":{\"a\\u0000\":1}"))
                    .post(PATH)
                    .then()
                    .statusCode(400);
        }
        Api.as(schools.first(), "secretary")
                .urlEncodingEnabled(false)
                .get(PATH + "/%00")
                .then()
                .statusCode(404);
    }

    @Test
    void aControlSignIsRefusedBeforeItReachesTheDatabase() {
        Api.as(schools.first(), "secretary")
                .body(LUCIA.replace("Lucía", "Lu\\u0000cía"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("first_name"));
    }

    @Test
    void theNationalNumberIsTakenWhateverTheDocumentIsCalled() {
        create(LUCIA).then().statusCode(201);
        create(LUCIA.replace("\"TI\"", "\"CC\""))
                .then()
                .statusCode(409)
                .body("code", equalTo("resource.conflict"))
                .body("reason", equalTo("student.document_taken"))
                .body("violations[0].field", equalTo("document_number"));
        create(LUCIA.replace("\"TI\"", "\"PASSPORT\"")).then().statusCode(201);
    }

    @Test
    void aChangeNamesTheVersionItWasMadeOn() {
        String path = create(LUCIA).header("Location");
        Api.as(schools.first(), "secretary")
                .header("If-Match", "\"0\"")
                .body("{\"document_type\":\"CC\",\"middle_name\":\"Inés\",\"piar_data\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("full_name", equalTo("Lucía Inés Peña Ñúñez"))
                .body("has_piar", equalTo(false))
                .body("birth_date", equalTo("2014-05-06"))
                .body("document_history[0].document_type", equalTo("TI"));
        Api.as(schools.first(), "secretary")
                .header("If-Match", "\"0\"")
                .body("{\"middle_name\":null}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("resource.stale"));
        Api.as(schools.first(), "secretary")
                .header("If-None-Match", "\"1\"")
                .get(path)
                .then()
                .statusCode(304);
        Api.as(schools.first(), "secretary")
                .body("{\"middle_name\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("middle_name", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"first_name | {\"first_name\":null}", "nickname | {\"nickname\":\"x\"}", "id | {\"id\":\"x\"}"})
    void aChangeIsCheckedLikeANewRow(String field, String body) {
        String path = create(LUCIA).header("Location");
        Api.as(schools.first(), "secretary")
                .body(body)
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
        Api.as(schools.first(), "secretary").body("[]").patch(path).then().statusCode(400);
        Api.as(schools.first(), "secretary").get(path).then().header("ETag", "\"0\"");
    }

    @Test
    void deletionIsDeactivation() {
        String path = create(LUCIA).header("Location");
        Api.as(schools.first(), "secretary")
                .header("If-Match", "\"7\"")
                .delete(path)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "secretary").delete(path).then().statusCode(204);
        Api.as(schools.first(), "secretary").get(path).then().body("is_active", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({"'',1", "?is_active=true,1", "?is_active=false,1", "?is_active=any,2"})
    void aDeactivatedStudentStandsInAListThatAsksForThem(String query, int total) {
        Api.as(schools.first(), "secretary").delete(create(LUCIA).header("Location"));
        create(LUCIA.replace("1.020.304.050", "9")).then().statusCode(201);
        Response list = Api.as(schools.first(), "secretary").get(PATH + query);
        list.then().statusCode(200).body("total", equalTo(total));
        if (total == 1) {
            list.then().body("items[0].is_active", equalTo(!query.endsWith("false")));
        }
    }

    @Test
    void theDocumentOfADeactivatedStudentIsTakenAndTheAnswerSaysSo() {
        Response created = create(LUCIA);
        create(LUCIA)
                .then()
                .statusCode(409)
                .body("student_is_active", equalTo(true))
                .body("student_id", equalTo(created.path("id")));
        Api.as(schools.first(), "secretary").delete(created.header("Location"));
        String other = create(LUCIA.replace("1.020.304.050", "9")).header("Location");
        for (Response refused : List.of(
                create(LUCIA),
                Api.as(school, "secretary")
                        .body("{\"document_type\":\"RC\",\"document_number\":\"1020304050\"}")
                        .patch(other))) {
            refused.then()
                    .statusCode(409)
                    .body("reason", equalTo("student.document_taken"))
                    .body("violations.field", contains("document_number"))
                    .body(
                            "detail",
                            equalTo(
                                    "The school already has a student with this document, who is deactivated. Activate them"
                                            + " instead of adding them again."))
                    .body("student_is_active", equalTo(false))
                    .body("student_id", equalTo(created.path("id")));
        }
        Api.as(school, "secretary")
                .body("{\"is_active\":true}")
                .patch(created.header("Location"))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"student", "acudiente"})
    void deactivationClosesThePortal(String role) {
        String path = linked(role);
        Api.as(school, role).get(path).then().statusCode(200);
        Api.as(school, "secretary").delete(path).then().statusCode(204);
        Api.as(school, role).get(path).then().statusCode(404);
        Api.as(school, role).queryParam("is_active", "any").get(PATH).then().body("total", equalTo(0));
        Api.as(school, "secretary")
                .body("{\"is_active\":true}")
                .patch(path)
                .then()
                .statusCode(200);
        Api.as(school, role).get(path).then().statusCode(200);
    }

    @Test
    void theSameKeyAndBodyMakeOneStudent() {
        Response first = keyed("a-key", LUCIA);
        Response again = keyed("a-key", LUCIA);
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        keyed("a-key", LUCIA.replace("Peña", "Ruiz"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.key_reused"));
        keyed("b-key", LUCIA).then().statusCode(409);
        keyed("b-key", LUCIA.replace("1.020.304.050", "9")).then().statusCode(201);
        assertThat(count("students")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "page,0",
        "page,x",
        "page,''",
        "page_size,201",
        "sort,document_number",
        "sort,''",
        "is_active,yes",
        "is_active,TRUE",
        "is_active,1",
        "is_active,''",
        "colour,red"
    })
    void aQueryParameterThatMeansNothingIsNamed(String name, String value) {
        Api.as(schools.first(), "secretary")
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(name))
                .body("violations[0].in", equalTo("query"));
    }

    @Test
    void pagesFollowEachOtherBySurnameAsSpanishSortsIt() {
        int number = 0;
        for (String name : List.of("Zapata", "Álvarez", "Ñáñez", "Moreno", "nuñez")) {
            create(LUCIA.replace("Peña", name).replace("1.020.304.050", "" + ++number))
                    .then()
                    .statusCode(201);
        }
        Api.as(schools.first(), "secretary")
                .queryParam("page_size", 4)
                .queryParam("sort", "last_name")
                .get(PATH)
                .then()
                .body("total", equalTo(5))
                .body("items.last_name", equalTo(List.of("Álvarez", "Moreno", "nuñez", "Ñáñez")));
        Api.as(schools.first(), "secretary")
                .queryParam("page_size", 4)
                .queryParam("page", 2)
                .queryParam("sort", "-last_name")
                .get(PATH)
                .then()
                .body("total", equalTo(5))
                .body("items.last_name", equalTo(List.of("Álvarez")));
    }

    @Test
    void everyWriteIsInTheAuditLogWithItsRequest() {
        Response created = create(LUCIA);
        Api.as(school, "rector")
                .queryParam("entity_type", "students")
                .queryParam("entity_id", created.<String>path("id"))
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("total", equalTo(1))
                .body("items[0].action", equalTo("create"))
                .body("items[0].request_id", equalTo(created.header("X-Request-Id")))
                .body("items[0].created_at", notNullValue());
        Api.as(schools.first(), "secretary")
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(403);
        Api.as(schools.second(), "rector")
                .queryParam("entity_id", created.<String>path("id"))
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"-9999-01-01\"", "\"-999999999-01-01\"", "\"2012-02-30\"", "[2012,1,1]", "20120101"})
    void aDayIsYearMonthDayAndNothingElse(String day) {
        Api.as(schools.first(), "secretary")
                .body(
                        "{\"document_type\":\"TI\",\"document_number\":\"77\",\"first_name\":\"A\",\"last_name\":\"B\",\"birth_date\":"
                                + day + "}")
                .post("/api/v1/students")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("birth_date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "-999-01-01",
                "yesterday",
                "20260101",
                " 2026-01-01",
                ""
            })
    void aMomentHasAYearOfFourDigits(String moment) {
        Api.as(schools.first(), "rector")
                .queryParam("from", moment)
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("from"));
    }

    private Response keyed(String key, String body) {
        return Api.as(schools.first(), "secretary")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    private int count(String from) {
        String where = from.contains(" where ") ? " and " : " where ";
        return Schools.count("athena." + from + where + "school_id = ?", school.id());
    }

    private static void assertSame(Response actual, Response absent) {
        assertThat(actual.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
        assertThat(neutral(actual)).isEqualTo(neutral(absent));
    }

    private static String neutral(Response response) {
        return response.asString().replaceAll("\"(request_id|instance)\":\"[^\"]*\"", "");
    }

    /** Otherwise somebody who presses "save" without a change makes a colleague's save fail. */
    @Test
    void aSaveThatChangesNothingKeepsTheVersion() {
        String guardians = """
                "guardians":[{"document_type":"CC","document_number":"52","full_name":"Eva","relationship":"madre"}]""";
        String student = Api.as(schools.first(), "secretary")
                .body("""
                        {"document_type":"TI","document_number":"9010","first_name":"Ana","last_name":"Ruiz",%s}""".formatted(guardians))
                .post("/api/v1/students")
                .header("Location");
        for (String body : List.of("{}", "{\"first_name\":\"Ana\"}", "{\"document_number\":\"9.010\"}")) {
            Api.as(schools.first(), "secretary")
                    .body(body)
                    .patch(student)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"0\"");
        }
        Api.as(schools.first(), "secretary").delete(student).then().statusCode(204);
        Api.as(schools.first(), "secretary").delete(student).then().statusCode(204);
        Api.as(schools.first(), "secretary").get(student).then().header("ETag", "\"1\"");
    }

    @Test
    void aVersionInTheBodyCountsAsACondition() {
        String student = Api.as(schools.first(), "secretary")
                .body("""
                        {"document_type":"TI","document_number":"902","first_name":"Ana","last_name":"Ruiz"}""")
                .post("/api/v1/students")
                .header("Location");
        Api.as(schools.first(), "secretary")
                .body("{\"version\":0,\"first_name\":\"Luz\"}")
                .patch(student)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        Api.as(schools.first(), "secretary")
                .body("{\"version\":0,\"first_name\":\"Eva\"}")
                .patch(student)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "secretary")
                .body("{\"version\":18446744073709551617,\"first_name\":\"Eva\"}")
                .patch(student)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "secretary")
                .body("{\"version\":\"0\"}")
                .patch(student)
                .then()
                .statusCode(400)
                .body("violations.field", contains("version"));
        Api.as(schools.first(), "secretary").get(student).then().body("first_name", equalTo("Luz"));
    }
}
