package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.tenancy.Role;
import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The people of a school by their roles. */
@QuarkusTest
class UsersByRoleResourceTest extends People {

    @Test
    void aRoleSelectsWhoHasIt() {
        String teacher = schools.first().person("teacher").toString();
        with("teacher").then().statusCode(200).body("items.id", contains(teacher));
        UUID both = Schools.user("both", "active");
        Schools.member(schools.first().id(), both, "acudiente");
        Schools.change(
                "update athena.school_memberships set roles = array['coordinator', 'acudiente'] where user_id = ?",
                both);
        with("acudiente").then().body("total", equalTo(2)).body("items.id", hasItem(both.toString()));
    }

    @Test
    void severalRolesSelectWhoHasOneOfThem() {
        with("rector,coordinator,secretary,teacher")
                .then()
                .body("total", equalTo(4))
                .body("items.memberships.flatten().roles.flatten()", not(hasItem("acudiente")));
    }

    @Test
    void anotherSchoolsRolesDoNotCount() {
        Schools.member(schools.second().id(), schools.first().person("secretary"), "teacher");
        with("teacher").then().body("total", equalTo(1));
    }

    @Test
    void aRoleThatThereIsNotIsRefusedWithTheOnesThatThereAre() {
        for (String wrong : new String[] {"janitor", "teacher,", ""}) {
            with(wrong).then().statusCode(400).body("violations.field", contains("role"));
        }
    }

    @Test
    void theDescriptionListsTheRolesThatThereAre() {
        assertThat(RoleCode.values())
                .extracting(RoleCode::name)
                .containsExactly(Stream.of(Role.values()).map(Role::code).toArray(String[]::new));
    }

    private Response with(String roles) {
        return Api.as(schools.first(), "rector").queryParam("role", roles).get(PATH);
    }
}
