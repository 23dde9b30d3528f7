package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;
import org.athena.testing.Api;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** All layers on, and the doors that only permissions guard. */
@QuarkusTest
class IsolationTest extends TwoSchools {

    @Test
    void everyOperationDeclaresItsAccess() {
        assertThat(Route.all()).hasSizeGreaterThan(30).allSatisfy(route -> {
            assertThat(route.id()).as(route.method() + " " + route.path()).isNotNull();
            assertThat(route.permissions()).as(route.id()).isNotNull();
            assertThat(route.school())
                    .as(route.id())
                    .isIn(route.open() ? List.of("") : List.of("required", "optional", "unused"));
        });
    }

    /** Whatever else is open to anybody is so by mistake. */
    @Test
    void onlyThesePathsAreOpen() {
        assertThat(Route.all().stream().filter(Route::open))
                .extracting(Route::id)
                .containsExactly("reportPageError");
    }

    @Test
    void nobodyEntersWithoutAToken() {
        each(route -> !route.open(), this::refuseStranger);
    }

    private void refuseStranger(Route route) {
        Response answer = send(route, RestAssured.given(), own.fill(route), body(route));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.<String>path("code")).isEqualTo("auth.required");
    }

    @Test
    void rolesWithoutThePermissionAreRefused() {
        each(route -> !route.permissions().isEmpty(), this::refuseRoles);
    }

    private void refuseRoles(Route route) {
        String before = own.snapshot();
        for (String role : List.of("rector", "coordinator", "secretary", "teacher", "student", "acudiente")) {
            if (!holds(role, route.permissions())) {
                Response answer = send(route, Api.as(own.school(), role), own.fill(route), body(route));
                assertThat(answer.statusCode()).as(role).isEqualTo(403);
                assertThat(answer.<String>path("code")).isEqualTo("auth.forbidden");
                assertThat(answer.<List<String>>path("required_permissions")).isEqualTo(route.permissions());
            }
        }
        assertThat(own.snapshot()).isEqualTo(before);
    }

    @Test
    void anotherSchoolInTheHeaderIsLikeOneThatNeverWas() {
        each(route -> !route.open(), this::refuseHeader);
    }

    private void refuseHeader(Route route) {
        String before = other.snapshot();
        UUID rector = own.school().person("rector");
        Response named = send(route, Api.as(rector, other.school().id()), other.fill(route), body(route));
        Response never = send(route, Api.as(rector, UUID.randomUUID()), other.fill(route), body(route));
        assertThat(named.statusCode()).isEqualTo(403);
        assertThat(named.<String>path("code")).isEqualTo("tenant.not_a_member");
        assertThat(problem(named)).isEqualTo(problem(never));
        assertThat(other.snapshot()).isEqualTo(before);
    }

    @Test
    void aSchoolInTheBodyIsRefused() {
        each(route -> route.takesJson(), this::refuseBody);
    }

    private void refuseBody(Route route) {
        String before = own.snapshot() + other.snapshot();
        String body = body(route)
                .replaceFirst("\\{", "{\"school_id\":\"" + other.school().id() + "\",");
        Response answer = sendOwn(route, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<List<String>>path("violations.field")).containsExactly("school_id");
        assertThat(own.snapshot() + other.snapshot()).isEqualTo(before);
    }

    private static boolean holds(String role, List<String> wanted) {
        Set<Permission> held = Role.of(role).orElseThrow().permissions();
        return List.of(Permission.values()).stream()
                .filter(permission -> wanted.contains(permission.code()))
                .anyMatch(permission -> permission.grantedBy(held));
    }
}
