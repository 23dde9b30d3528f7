package org.athena.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(Installation.class)
class AuditLogResourceTest {

    private static final String PATH = "/api/v1/compliance/audit-log";

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
}
