package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class StudentResourceTest {

    private static final String PATH = "/api/v1/students";

    private Schools schools;
    private Schools.School school;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
    }

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
        Api.as(school, "secretary")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("birth_date", equalTo("2014-05-06"))
                .body("has_piar", equalTo(true))
                .body("guardians", hasSize(1));
        Api.as(school, "secretary")
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
        Api.as(school, "secretary").get(path).then().body("first_name", equalTo("Lucía"));
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
        Api.as(school, "secretary")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("request.invalid"))
                .body("violations.field", hasItem(field));
        Api.as(school, "secretary").get(PATH).then().body("total", equalTo(0));
    }

    @Test
    void aControlSignIsRefusedBeforeItReachesTheDatabase() {
        Api.as(school, "secretary")
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
    void aGuardianOfTwoChildrenIsOnePersonAndTouchesBothWhenChanged() {
        String first = create(LUCIA).header("Location");
        Response second = create(LUCIA.replace("1.020.304.050", "77").replace("Marta", "Marta Inés"));
        assertThat(count("guardians")).isEqualTo(1);
        Response sibling = Api.as(school, "secretary").get(first);
        assertThat(sibling.header("ETag")).isEqualTo("\"1\"");
        assertThat(sibling.<String>path("guardians[0].full_name")).isEqualTo("Marta Inés Ñúñez");
        assertThat(sibling.<String>path("guardians[0].id")).isEqualTo(second.path("guardians[0].id"));
    }

    @Test
    void aChangeNamesTheVersionItWasMadeOn() {
        String path = create(LUCIA).header("Location");
        Api.as(school, "secretary")
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
        Api.as(school, "secretary")
                .header("If-Match", "\"0\"")
                .body("{\"middle_name\":null}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("resource.stale"));
        Api.as(school, "secretary")
                .header("If-None-Match", "\"1\"")
                .get(path)
                .then()
                .statusCode(304);
        Api.as(school, "secretary")
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
        Api.as(school, "secretary")
                .body(body)
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
        Api.as(school, "secretary").body("[]").patch(path).then().statusCode(400);
        Api.as(school, "secretary").get(path).then().header("ETag", "\"0\"");
    }

    @Test
    void guardiansLeftOutAreEndedAndKept() {
        String path = create(LUCIA).header("Location");
        Api.as(school, "secretary")
                .body("{\"guardians\":[]}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("guardians", empty());
        assertThat(count("student_guardians where ended_at is not null and ended_by = '" + school.person("secretary")
                        + "'"))
                .isEqualTo(1);
        Api.as(school, "secretary")
                .body("{\"guardians\":" + MARTA + "}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("guardians", hasSize(1));
    }

    @Test
    void deletionIsDeactivation() {
        String path = create(LUCIA).header("Location");
        Api.as(school, "secretary")
                .header("If-Match", "\"7\"")
                .delete(path)
                .then()
                .statusCode(412);
        Api.as(school, "secretary").delete(path).then().statusCode(204);
        Api.as(school, "secretary").get(path).then().body("is_active", equalTo(false));
        Api.as(school, "secretary")
                .queryParam("is_active", true)
                .get(PATH)
                .then()
                .body("total", equalTo(0));
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
    @CsvSource({"page,0", "page,x", "page_size,201", "sort,document_number", "is_active,yes", "colour,red"})
    void aQueryParameterThatMeansNothingIsNamed(String name, String value) {
        Api.as(school, "secretary")
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(name))
                .body("violations[0].in", equalTo("query"));
    }

    @Test
    void pagesFollowEachOtherBySurnameAsSpanishSortsIt() {
        for (String name : List.of("Zapata", "Álvarez", "Ñáñez", "Moreno", "nuñez")) {
            create(LUCIA.replace("Peña", name).replace("1.020.304.050", name))
                    .then()
                    .statusCode(201);
        }
        Api.as(school, "secretary")
                .queryParam("page_size", 4)
                .queryParam("sort", "last_name")
                .get(PATH)
                .then()
                .body("total", equalTo(5))
                .body("items.document_number", equalTo(List.of("ÁLVAREZ", "MORENO", "NUÑEZ", "ÑÁÑEZ")));
        Api.as(school, "secretary")
                .queryParam("page_size", 4)
                .queryParam("page", 2)
                .queryParam("sort", "-last_name")
                .get(PATH)
                .then()
                .body("total", equalTo(5))
                .body("items.document_number", equalTo(List.of("ÁLVAREZ")));
    }

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

    /** As little as somebody who is no member: the account would be theirs again with the next acceptance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.school_memberships set status = 'inactive' where user_id = ?",
                "update athena.school_memberships set status = 'invited' where user_id = ?",
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
                .body(LUCIA.replace("1.020.304.050", "5").replace("\"relationship\"", user + ",\"relationship\""))
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

    @ParameterizedTest
    @ValueSource(strings = {"teacher", "student", "acudiente"})
    void aDocumentNumberThatIsNotShownIsNotFoundEither(String role) {
        String path = linked(role.equals("teacher") ? "student" : role);
        if (role.equals("teacher")) {
            assign(UUID.fromString(path.substring(PATH.length() + 1)), school.person("teacher"));
        }
        find(role, "1020304050", 0);
        find(role, "lucia 1020", 0);
        find(role, "lucia nunez", 1);
        find("secretary", "lucia 1020", 1);
        find("coordinator", "1020304050", 1);
    }

    private void find(String role, String words, int total) {
        Api.as(school, role)
                .queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(total));
    }

    @ParameterizedTest
    @CsvSource({"teacher,403", "student,403", "acudiente,403", "coordinator,403", "rector,201", "secretary,201"})
    void onlyWhoEnrolsAddsStudents(String role, int status) {
        Api.as(school, role).body(LUCIA).post(PATH).then().statusCode(status);
    }

    @Test
    void aStudentSeesThemselvesAndNobodyElse() {
        String own = linked("student");
        String other = create(LUCIA.replace("1.020.304.050", "2")).header("Location");
        Api.as(school, "student")
                .get(own)
                .then()
                .statusCode(200)
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "id",
                                "full_name",
                                "first_name",
                                "last_name",
                                "second_last_name",
                                "birth_date",
                                "is_active",
                                "guardians",
                                "version"))
                .body("guardians[0].keySet()", containsInAnyOrder("full_name", "relationship"));
        Api.as(school, "student").get(other).then().statusCode(404);
        Api.as(school, "student")
                .get(PATH)
                .then()
                .body("total", equalTo(1))
                .body("items[0].document_number", nullValue());
        Api.as(school, "student").get(own + "/piar").then().statusCode(403);
    }

    @Test
    void aGuardianSeesTheirOwnLinkUntilItEnds() {
        String own = linked("acudiente");
        Api.as(school, "acudiente")
                .get(own)
                .then()
                .statusCode(200)
                .body("document_number", nullValue())
                .body("extra_data", nullValue())
                .body("guardians[0].portal_access", equalTo(true))
                .body("guardians[0].phone", equalTo("300 111 2233"))
                .body("guardians[0].document_number", nullValue());
        Schools.change(
                "update athena.student_guardians set restriction = 'orden judicial' where school_id = ?", school.id());
        Api.as(school, "acudiente").get(own).then().statusCode(404);
        Schools.change(
                "update athena.student_guardians set restriction_to = current_date - 2 where school_id = ?",
                school.id());
        Api.as(school, "acudiente").get(own).then().statusCode(200);
        Api.as(school, "secretary").body("{\"guardians\":[]}").patch(own).then().statusCode(200);
        Api.as(school, "acudiente").get(own).then().statusCode(404);
        Api.as(school, "acudiente").get(PATH).then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void aTeacherSeesTheStudentsOfTheirSectionsWhileTheyTeachThem() {
        Response created = create(LUCIA);
        String path = created.header("Location");
        Api.as(school, "teacher").get(path).then().statusCode(404);
        assign(UUID.fromString(created.path("id")), school.person("teacher"));
        Api.as(school, "teacher")
                .get(path)
                .then()
                .statusCode(200)
                .body("document_number", nullValue())
                .body("has_piar", nullValue())
                .body(
                        "guardians[0].keySet()",
                        containsInAnyOrder("full_name", "relationship", "phone", "is_emergency_contact"));
        Api.as(school, "teacher").get(PATH).then().body("total", equalTo(1));
        UUID second = Schools.user("second teacher", "active");
        Schools.member(school.id(), second, "teacher");
        Api.as(second, school.id()).get(path).then().statusCode(404);
        Api.as(second, school.id()).get(PATH).then().body("total", equalTo(0));
        Schools.change("update athena.teacher_assignments set is_active = false where school_id = ?", school.id());
        Api.as(school, "teacher").get(path).then().statusCode(404);
    }

    @Test
    void readersOfTheWholeSchoolSeeEveryField() {
        String path = create(LUCIA).header("Location");
        for (String role : List.of("rector", "coordinator", "secretary")) {
            Api.as(school, role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("document_number", equalTo("1020304050"))
                    .body("extra_data.bus", equalTo("R4"))
                    .body("guardians[0].document_number", equalTo("52000111"));
        }
    }

    @Test
    void readingAPlanOfAdjustmentsLeavesWord() {
        String path = create(LUCIA).header("Location");
        Api.as(school, "coordinator")
                .get(path + "/piar")
                .then()
                .statusCode(200)
                .body("piar_data.apoyo", equalTo("lectura"));
        Api.as(school, "rector")
                .queryParam("action", "read")
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].actor_id", equalTo(school.person("coordinator").toString()))
                .body("items[0].changes.what", equalTo("piar_data"));
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
        Api.as(school, "secretary").get("/api/v1/compliance/audit-log").then().statusCode(403);
        Api.as(schools.second(), "rector")
                .queryParam("entity_id", created.<String>path("id"))
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("total", equalTo(0));
    }

    private static final String MARTA = """
            [{"document_type":"CC","document_number":"52.000.111","full_name":"Marta Ñúñez","phone":"300 111 2233",
              "relationship":"madre","is_primary":true,"portal_access":true,"is_emergency_contact":true}]""";

    private static final String LUCIA = """
            {"document_type":"TI","document_number":"1.020.304.050","first_name":"Lucía","last_name":"Peña",
             "second_last_name":"Ñúñez","birth_date":"2014-05-06","extra_data":{"bus":"R4"},"piar_data":{"apoyo":"lectura"},
             "guardians":""" + MARTA + "}";

    private Response create(String body) {
        return Api.as(school, "secretary").body(body).post(PATH);
    }

    private Response keyed(String key, String body) {
        return Api.as(school, "secretary")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    /** A student whose account, or whose guardian's, is that of the person with the role. */
    private String linked(String role) {
        String path = create(LUCIA).header("Location");
        Schools.change(
                "update athena." + (role.equals("student") ? "students" : "guardians")
                        + " set user_id = ? where school_id = ?",
                school.person(role),
                school.id());
        return path;
    }

    private void assign(UUID student, UUID teacher) {
        Object id = school.id();
        Schools.change(
                "insert into athena.school_years (school_id, name, starts_on, ends_on, status)"
                        + " values (?, '2026', '2026-01-20', '2026-11-30', 'active')",
                id);
        Schools.change("insert into athena.grade_levels (school_id, code, name) values (?, '5', 'Quinto')", id);
        Schools.change("insert into athena.academic_areas (school_id, name) values (?, 'Matemáticas')", id);
        Schools.change(
                "insert into athena.subjects (school_id, academic_area_id, name) select school_id, id, 'Matemáticas'"
                        + " from athena.academic_areas where school_id = ?",
                id);
        Schools.change(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " select y.school_id, y.id, g.id, 'A' from athena.school_years y join athena.grade_levels g"
                        + " using (school_id) where school_id = ?",
                id);
        Schools.change(
                "insert into athena.course_offerings (school_id, class_section_id, subject_id)"
                        + " select c.school_id, c.id, s.id from athena.class_sections c join athena.subjects s using (school_id)"
                        + " where school_id = ?",
                id);
        Schools.change(
                "insert into athena.teacher_assignments (school_id, course_offering_id, teacher_id)"
                        + " select school_id, id, ? from athena.course_offerings where school_id = ?",
                teacher,
                id);
        Schools.change(
                "insert into athena.enrollments (school_id, student_id, school_year_id, class_section_id, status)"
                        + " select school_id, ?, school_year_id, id, 'active' from athena.class_sections where school_id = ?",
                student,
                id);
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
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "-999-01-01", "yesterday"})
    void aMomentHasAYearOfFourDigits(String moment) {
        Api.as(schools.first(), "rector")
                .queryParam("from", moment)
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("from"));
    }
}
