package org.athena.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(Installation.class)
class AuditLogResourceTest {

    private static final String PATH = "/api/v1/compliance/audit-log";

    private static final String SECRET = "palabra-privada";

    private Schools schools;
    private String superadmin;

    /** The superadmin looks at the installation, changes somebody and enters the first school. */
    @BeforeEach
    void actsOfThePlatform() {
        schools = Schools.create();
        superadmin = schools.superadmin().toString();
        Api.asSuperadmin(schools, null).get("/api/v1/admin/schools").then().statusCode(200);
        Api.asSuperadmin(schools, null)
                .body("{\"full_name\":\"Otro Nombre\"}")
                .patch("/api/v1/admin/users/" + schools.first().person("teacher"))
                .then()
                .statusCode(200);
        Api.asSuperadmin(schools, schools.first().id())
                .get("/api/v1/schools/me")
                .then()
                .statusCode(200);
    }

    private RequestSpecification acts(RequestSpecification reader) {
        return reader.queryParam("actor_id", superadmin).queryParam("page_size", 200);
    }

    @Test
    void withoutASchoolThePlatformReadsItsOwnActs() {
        acts(Api.asSuperadmin(schools, null))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.entity_type", containsInAnyOrder("request", "request", "request", "users"))
                .body(
                        "items.findAll { it.action == 'platform_access' }.changes.action",
                        contains(
                                "GET " + PATH,
                                "PATCH /api/v1/admin/users/" + schools.first().person("teacher"),
                                "GET /api/v1/admin/schools"));
        acts(Api.asSuperadmin(schools, null))
                .queryParam("entity_type", "users")
                .queryParam("entity_id", schools.first().person("teacher").toString())
                .get(PATH)
                .then()
                .body("items.changes.full_name", contains(contains("Ana teacher", "Otro Nombre")));
    }

    @Test
    void inASchoolThePlatformReadsThatSchoolsLog() {
        acts(Api.asSuperadmin(schools, schools.first().id()))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.action", everyItem(equalTo("platform_access")))
                .body("items.changes.action", contains("GET " + PATH, "GET /api/v1/schools/me"));
    }

    @Test
    void whatThePlatformDoesToAPersonIsNotTheSchoolsWhicheverSchoolItNamed() {
        Api.asSuperadmin(schools, schools.first().id())
                .body("{\"full_name\":\"Tercer Nombre\"}")
                .patch("/api/v1/admin/users/" + schools.first().person("teacher"))
                .then()
                .statusCode(200);
        acts(Api.as(schools.first(), "rector"))
                .queryParam("entity_type", "users")
                .get(PATH)
                .then()
                .body("total", equalTo(0));
        acts(Api.asSuperadmin(schools, null))
                .queryParam("entity_type", "users")
                .get(PATH)
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void aRectorNeverReadsWhatBelongsToNoSchool() {
        for (UUID named : new UUID[] {null, schools.first().id()}) {
            acts(Api.as(schools.first().person("rector"), named))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .header("X-School-Id", schools.first().id().toString())
                    .body("items.changes.action", contains("GET /api/v1/schools/me"));
        }
        UUID ofTwo = schools.first().person("rector");
        Schools.member(schools.second().id(), ofTwo, "rector");
        Api.as(ofTwo, null).get(PATH).then().statusCode(400).body("code", equalTo("tenant.school_required"));
        Api.as(Schools.user("nobody", "active"), null)
                .get(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.no_membership"));
    }

    @Test
    void aSuperadminWithoutASecondFactorReadsNothing() {
        Api.as(schools.superadmin(), null).get(PATH).then().statusCode(403);
        assertThat(Schools.count("athena.audit_log where school_id is null and actor_id = ?", schools.superadmin()))
                .isEqualTo(3);
    }

    @Test
    void theLogSaysThatARestrictionChangedAndNotWhatItSays() {
        String students = "/api/v1/students";
        String guardian = """
                {"document_type":"CC","document_number":"52","full_name":"Eva Ruiz","relationship":"madre"%s}""";
        Response created = Api.as(schools.first(), "secretary")
                .body("""
                        {"document_type":"TI","document_number":"1","first_name":"Ana","last_name":"Ruiz","guardians":[%s]}""".formatted(guardian.formatted(",\"restriction\":{\"text\":\"" + SECRET + "\"}")))
                .post(students);
        String link = created.header("Location") + "/guardians/" + created.path("guardians[0].id");
        for (String change : List.of(
                "{\"text\":\"" + SECRET + " dos\",\"from\":\"2026-02-01\"}",
                "null,\"restriction_lift_reason\":\"Auto\"")) {
            Api.as(schools.first(), "secretary")
                    .body("{\"restriction\":" + change + "}")
                    .patch(link)
                    .then()
                    .statusCode(200);
        }
        lines("student_guardians").body("items.action", contains("update", "update", "create"));
        lines("student_guardians").body("items.changes.restriction", contains("changed", "changed"));
        lines("student_guardians").body("items[1].changes.restriction_from", contains(null, "2026-02-01"));
    }

    @Test
    void theLogSaysThatSettingsWithSecretsChangedAndNotWhatTheyHold() {
        Api.as(schools.first(), "rector")
                .body("""
                        {"security_settings":{"smtp_password":"%1$s"},"simat_settings":{"password":"%1$s"},
                         "branding_settings":{"primary_color":"#0b5fff"}}""".formatted(SECRET))
                .patch("/api/v1/schools/me/settings")
                .then()
                .statusCode(200);
        lines("school_settings")
                .body("items[0].changes.security_settings", equalTo("changed"))
                .body("items[0].changes.simat_settings", equalTo("changed"))
                .body("items[0].changes.branding_settings[1].primary_color", equalTo("#0b5fff"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "018f3c224e5f7d01a2b3c40c9b4e10bb", " 018f3c22-4e5f-7d01-a2b3-c40c9b4e10bb"})
    void anActorIsNamedByTheirId(String id) {
        Api.as(schools.first(), "rector")
                .queryParam("actor_id", id)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("actor_id"))
                .body("violations.in", contains("query"));
    }

    private ValidatableResponse lines(String table) {
        Response answer = Api.as(schools.first(), "rector")
                .queryParam("entity_type", table)
                .get(PATH);
        assertThat(answer.asString()).doesNotContain(SECRET);
        return answer.then().statusCode(200);
    }

    /** An empty answer would read as "nothing happened". */
    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        Api.as(schools.first(), "rector")
                .queryParam("from", "2026-12-01")
                .queryParam("to", "2026-01-01")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("to"));
    }
}
