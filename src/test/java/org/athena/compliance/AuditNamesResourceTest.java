package org.athena.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.CountingProxy;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Who did what to whom is told by names, of rows that the reader may read. */
@QuarkusTest
@WithTestResource(Installation.class)
class AuditNamesResourceTest {

    private static final String PATH = "/api/v1/compliance/audit-log";
    private static final String YEARS = "/api/v1/schools/me/years";
    private static final String SECRET = "palabra-privada";
    private static final int WARM_UP = 12;
    private static final int MEASURED = 5;

    private Schools schools;
    private Schools.School school;
    private String student;
    private String link;
    private String year;

    @BeforeEach
    void aSchoolAtWork() {
        schools = Schools.create();
        school = schools.first();
        Response created =
                Api.as(school, "secretary").body("""
                {"document_type":"TI","document_number":"1","first_name":"Ana","last_name":"Ruiz","guardians":[
                 {"document_type":"CC","document_number":"52","full_name":"Eva Ruiz","relationship":"madre",
                  "restriction":{"text":"%s"}}]}""".formatted(SECRET)).post("/api/v1/students");
        student = created.path("id");
        link = created.path("guardians[0].id");
        year = add("rector", YEARS, "{\"name\":\"2027\",\"starts_on\":\"2027-01-18\",\"ends_on\":\"2027-11-26\"}");
        add(
                "rector",
                YEARS + "/" + year + "/periods",
                "{\"name\":\"Primero\",\"starts_on\":\"2027-01-18\",\"ends_on\":\"2027-03-26\"}");
        Api.as(school, "rector").body("{\"pei_summary\":\"Todo\"}").patch("/api/v1/schools/me/settings");
    }

    private String add(String role, String path, String body) {
        Response added = Api.as(school, role).body(body).post(path);
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        return added.path("id");
    }

    private JsonPath lines(RequestSpecification reader, String... parameters) {
        IntStream.range(0, parameters.length / 2)
                .forEach(i -> reader.queryParam(parameters[2 * i], parameters[2 * i + 1]));
        Response answer = reader.queryParam("page_size", 200).get(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain(SECRET);
        return answer.jsonPath();
    }

    private JsonPath lines(String... parameters) {
        return lines(Api.as(school, "rector"), parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "students, Ana Ruiz, Ana secretary",
        "guardians, Eva Ruiz, Ana secretary",
        "student_guardians, Eva Ruiz – Ana Ruiz, Ana secretary",
        "school_years, 2027, Ana rector",
        "academic_periods, Primero – 2027, Ana rector",
        "school_settings, Colegio Uno, Ana rector",
    })
    void aRowAndWhoChangedItAreNamed(String table, String entity, String actor) {
        JsonPath lines = lines("entity_type", table, "actor_id", person(actor));
        assertThat(lines.getList("items.entity_name")).containsOnly(entity);
        assertThat(lines.getList("items.actor_name")).containsOnly(actor);
    }

    private String person(String name) {
        return school.person(name.replace("Ana ", "")).toString();
    }

    @Test
    void aLinkTellsTheIdsOfBoth() {
        JsonPath lines = lines("entity_type", "student_guardians");
        assertThat(lines.getString("items[0].entity_id")).isEqualTo(link);
        assertThat(lines.getString("items[0].student_id")).isEqualTo(student);
        assertThat(lines.getString("items[0].guardian_id"))
                .isEqualTo(lines("entity_type", "guardians").getString("items[0].entity_id"));
        assertThat(lines("entity_type", "school_years").getMap("items[0]"))
                .containsEntry("student_id", null)
                .containsEntry("guardian_id", null)
                .containsEntry("user_id", null);
    }

    @Test
    void theNameIsThatOfToday() {
        Api.as(school, "secretary")
                .body("{\"first_name\":\"Inés\"}")
                .patch("/api/v1/students/" + student)
                .then()
                .statusCode(200);
        assertThat(lines("entity_type", "students").getList("items.entity_name"))
                .containsExactly("Inés Ruiz", "Inés Ruiz");
    }

    @Test
    void whatIsGoneAndWhatNobodyDidHasNoName() {
        String gone =
                add("rector", YEARS, "{\"name\":\"2028\",\"starts_on\":\"2028-01-18\",\"ends_on\":\"2028-11-26\"}");
        Api.as(school, "rector").delete(YEARS + "/" + gone).then().statusCode(204);
        assertThat(lines("entity_id", gone).getList("items.entity_name")).containsExactly(null, null);
        Schools.change("update athena.students set gender = 'F' where id = ?", UUID.fromString(student));
        Map<String, Object> last = lines("entity_type", "students").getMap("items[0]");
        assertThat(last).containsEntry("actor_id", null).containsEntry("actor_name", null);
        assertThat(last).containsEntry("entity_name", "Ana Ruiz");
    }

    /** An invitation must not reveal what the account that it may find is called elsewhere. */
    @Test
    void whoHasNotAcceptedIsCalledAsTheSchoolWrote() {
        UUID elsewhere = Schools.user("elsewhere", "active");
        Schools.member(schools.second().id(), elsewhere, "teacher");
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status, invited_name)"
                        + " values (?, ?, '{teacher}', 'invited', 'Como Escribió')",
                school.id(),
                elsewhere);
        Map<String, Object> line =
                lines("entity_type", "school_memberships").getMap("items.find { it.user_id == '" + elsewhere + "' }");
        assertThat(line).containsEntry("entity_name", "Como Escribió");
        Schools.change(
                "insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id) values (?, ?, 'read', 'users', ?)",
                school.id(),
                elsewhere,
                elsewhere.toString());
        Map<String, Object> act = lines("entity_type", "users").getMap("items[0]");
        assertThat(act).containsEntry("entity_name", "Como Escribió").containsEntry("actor_name", "Como Escribió");
        assertThat(act).containsEntry("user_id", elsewhere.toString());
    }

    @Test
    void aRowOfAnotherSchoolHasNoName() {
        for (String[] row : List.of(
                new String[] {"students", student},
                new String[] {"student_guardians", link},
                new String[] {"school_years", year},
                new String[] {"schools", school.id().toString()},
                new String[] {"users", school.person("teacher").toString()})) {
            Schools.change(
                    "insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id)"
                            + " values (?, ?, 'read', ?, ?)",
                    schools.second().id(),
                    school.person("teacher"),
                    row[0],
                    row[1]);
        }
        JsonPath lines = lines(Api.as(schools.second(), "rector"), "action", "read");
        assertThat(lines.getList("items.entity_name")).hasSize(5).containsOnlyNulls();
        assertThat(lines.getList("items.actor_name")).containsOnlyNulls();
        assertThat(lines.getList("items.student_id")).containsOnlyNulls();
    }

    @Test
    void aSuperadminIsNamedToThePlatformAlone() {
        Api.asSuperadmin(schools, school.id()).get("/api/v1/schools/me").then().statusCode(200);
        String actor = schools.superadmin().toString();
        assertThat(lines("actor_id", actor).getList("items.actor_name"))
                .hasSize(1)
                .containsOnlyNulls();
        assertThat(lines("actor_id", actor).getList("items.entity_name")).containsOnlyNulls();
        assertThat(lines(Api.asSuperadmin(schools, school.id()), "actor_id", actor)
                        .getList("items.actor_name"))
                .containsOnly("Ana superadmin");
        assertThat(lines(Api.asSuperadmin(schools, null), "actor_id", actor).getList("items.actor_name"))
                .containsOnly("Ana superadmin");
    }

    @Test
    void aPageOfManyKindsTakesNoMoreTurnsThanOneOfOneKind() {
        assertThat(lines().getList("items.entity_type"))
                .contains("students", "guardians", "school_years", "school_settings");
        assertThat(turns()).isEqualTo(turns("entity_type", "students"));
    }

    private int turns(String... parameters) {
        IntStream.range(0, WARM_UP).forEach(i -> lines(parameters));
        return IntStream.range(0, MEASURED)
                .map(i -> {
                    int before = CountingProxy.turns();
                    lines(parameters);
                    return CountingProxy.turns() - before;
                })
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"entity_type, student, students", "action, edit, update"})
    void aWordThatIsNoneIsRefusedWithThoseThatAre(String parameter, String word, String allowed) {
        Api.as(school, "rector")
                .queryParam(parameter, word)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains(parameter))
                .body("violations.code", contains("not_allowed"))
                .body("violations[0].params.allowed", hasItems(allowed));
    }

    /** The lockers are the tests' own, and the packaged service does not know them. */
    @Test
    void everyTableThatWritesLinesIsDescribed() {
        String tables = Schools.text("""
                select string_agg(distinct coalesce(pg_partition_root(t.tgrelid), t.tgrelid)::regclass::text, ',')
                  from pg_trigger t
                 where t.tgfoid in ('athena.audit_row'::regproc, 'athena.audit_inserts'::regproc)
                   and t.tgrelid <> 'athena.lockers'::regclass""");
        List<String> described = Api.as(school, "rector")
                .queryParam("entity_type", "x")
                .get(PATH)
                .path("violations[0].params.allowed");
        assertThat(described).contains("request");
        for (String table : tables.split(",")) {
            assertThat(described).contains(table.replaceFirst("^athena\\.", ""));
        }
    }
}
