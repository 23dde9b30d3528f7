package org.athena.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.testing.AuthServer.hs256;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.CountingProxy;
import org.athena.testing.RevocableProject;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** With the setting on, a session that ended is refused by the next request. */
@QuarkusTest
@WithTestResource(value = RevocableProject.class, initArgs = @ResourceArg(name = "revocation", value = "true"))
class StrongRevocationResourceTest extends Revocations {

    private static final int WARM_UP = 10;

    @Override
    void assertEnded(ValidatableResponse answer) {
        answer.statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("code", equalTo("auth.invalid_token"));
    }

    @Test
    void somebodyElsesSessionGoesOn() throws SQLException {
        UUID another = project.signIn(rector);
        project.change("delete from auth.sessions where id = ?", session);
        ask(token(rector, another)).statusCode(200);
    }

    /** Whose session lives, but nobody has added them. */
    @Test
    void aStrangerIsToldSo() throws SQLException {
        UUID stranger = UUID.randomUUID();
        project.account(stranger);
        ask(token(stranger, project.signIn(stranger))).statusCode(403).body("code", equalTo("auth.user_unknown"));
    }

    @Test
    void aRefusedSuperadminIsNotWrittenDownAsOneWhoCameIn() throws SQLException {
        UUID superadmin = schools.superadmin();
        project.account(superadmin);
        Map<String, String> claims =
                Map.of("aal", "aal2", "session_id", project.signIn(superadmin).toString());
        String strong = hs256().of(superadmin, all -> all.putAll(claims));
        ask(strong).statusCode(200);
        assertThat(accessesOf(superadmin)).isEqualTo(1);
        project.change("delete from auth.sessions where user_id = ?", superadmin);
        ask(strong).statusCode(401);
        assertThat(accessesOf(superadmin)).isEqualTo(1);
    }

    /** Look-up, settings, select, commit: the same four as without the setting. */
    @Test
    void aStudentTakesNoTurnMore() {
        RequestSpecification rectors = RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("X-School-Id", school.id())
                .contentType("application/json");
        String student = rectors.body("""
                        {"document_type":"TI","document_number":"100","first_name":"Ana","last_name":"Ruiz"}""")
                .post("/api/v1/students")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (int i = 0; i < WARM_UP; i++) {
            rectors.get(student).then().statusCode(200);
        }
        int before = CountingProxy.turns();
        rectors.get(student).then().statusCode(200);
        assertThat(CountingProxy.turns() - before).isEqualTo(4);
    }

    private int accessesOf(UUID user) throws SQLException {
        try (Connection superuser = project.superuser();
                PreparedStatement count = superuser.prepareStatement(
                        "select count(*) from athena.audit_log where action = 'platform_access' and actor_id = ?")) {
            count.setObject(1, user);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
