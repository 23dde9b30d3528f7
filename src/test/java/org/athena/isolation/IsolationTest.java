package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.assertj.core.api.SoftAssertions;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;
import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.SupabaseAdminResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Two schools and every operation that the service describes: one that is added is tested from then on. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(SupabaseAdminResource.class)
class IsolationTest {

    private static final String CSV = "document_type,document_number,first_name,last_name\nTI,200,Luz,Mora\n";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("createSchool", "{\"name\":\"Colegio Nuevo\"}"),
            Map.entry("updateSchool", "{\"name\":\"Otro Nombre\"}"),
            Map.entry(
                    "createUser",
                    "{\"email\":\"EMAIL\",\"full_name\":\"Nueva\",\"roles\":[\"teacher\"],\"password\":\"una-clave-larga\"}"),
            Map.entry("updateUser", "{\"full_name\":\"Otro Nombre\"}"),
            Map.entry("createMembership", "{\"roles\":[\"teacher\"]}"),
            Map.entry("updateMembership", "{\"roles\":[\"coordinator\"]}"),
            Map.entry("updateSettings", "{\"pei_summary\":\"Otro\"}"),
            Map.entry(
                    "createYear",
                    "{\"name\":\"2040\",\"starts_on\":\"2040-01-15\",\"ends_on\":\"2040-11-30\",\"status\":\"planning\"}"),
            Map.entry("updateYear", "{\"name\":\"Otro\"}"),
            Map.entry("createPeriod", "{\"name\":\"Segundo\",\"starts_on\":\"2030-05-01\",\"ends_on\":\"2030-06-01\"}"),
            Map.entry("updatePeriod", "{\"name\":\"Otro\"}"),
            Map.entry(
                    "createStudent",
                    "{\"document_type\":\"TI\",\"document_number\":\"300\",\"first_name\":\"Luz\",\"last_name\":\"Mora\"}"),
            Map.entry("updateStudent", "{\"first_name\":\"Otra\"}"));

    private Schools schools;
    private Rows own;
    private Rows other;

    private void rowsInTwoSchools() {
        schools = Schools.create();
        own = Rows.in(schools.first());
        other = Rows.in(schools.second());
    }

    /** Checks every route with rows of its own; all that fail are named together. */
    private void each(Predicate<Route> chosen, Consumer<Route> check) {
        List<Route> routes = Route.all().stream().filter(chosen).toList();
        assertThat(routes).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Route route : routes) {
            rowsInTwoSchools();
            all.assertThatCode(() -> check.accept(route)).as(route.id()).doesNotThrowAnyException();
        }
        all.assertAll();
    }

    @Test
    void everyOperationDeclaresItsAccess() {
        assertThat(Route.all()).hasSizeGreaterThan(30).allSatisfy(route -> {
            assertThat(route.id()).as(route.method() + " " + route.path()).isNotNull();
            assertThat(route.permissions()).as(route.id()).isNotNull();
            assertThat(route.school()).as(route.id()).isIn("required", "optional", "unused");
        });
    }

    @Test
    void theOwnSchoolSucceedsAndReadsNothingOfTheOther() {
        each(route -> true, this::succeedAlone);
    }

    private void succeedAlone(Route route) {
        String before = other.snapshot();
        Response answer = sendOwn(route, body(route));
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        if (!route.platformOnly()) {
            other.secrets().forEach(id -> assertThat(answer.asString()).doesNotContain(id.toString()));
        }
        assertThat(other.snapshot()).isEqualTo(before);
    }

    @Test
    void nobodyEntersWithoutAToken() {
        each(route -> true, this::refuseStranger);
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
        each(route -> true, this::refuseHeader);
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
    void anotherSchoolsIdInThePathIsLikeOneThatNeverWas() {
        each(route -> route.namesRows() && !route.platformOnly(), this::refusePath);
    }

    private void refusePath(Route route) {
        String before = other.snapshot();
        Response foreign = send(route, owner(route), other.fill(route), body(route));
        Response never = send(route, owner(route), other.absent().fill(route), body(route));
        assertThat(foreign.statusCode()).as(foreign.asString()).isEqualTo(404);
        assertThat(problem(foreign)).isEqualTo(problem(never));
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

    @Test
    void anotherSchoolsPeopleInTheBodyAreLikePeopleWhoNeverWere() {
        rowsInTwoSchools();
        String before = other.snapshot();
        String student = """
                {"document_type":"TI","document_number":"%s","first_name":"Luz","last_name":"Mora","user_id":"%s"}""";
        String guarded = """
                {"document_type":"TI","document_number":"%s","first_name":"Luz","last_name":"Mora","guardians":[
                {"document_type":"CC","document_number":"9","full_name":"Eva","relationship":"madre","user_id":"%s"}]}""";
        for (String body : List.of(student, guarded)) {
            Response foreign = Api.as(own.school(), "rector")
                    .body(body.formatted("400", other.school().person("student")))
                    .post("/api/v1/students");
            Response never = Api.as(own.school(), "rector")
                    .body(body.formatted("401", UUID.randomUUID()))
                    .post("/api/v1/students");
            assertThat(foreign.statusCode()).as(foreign.asString()).isEqualTo(409);
            assertThat(problem(foreign)).isEqualTo(problem(never));
        }
        assertThat(other.snapshot()).isEqualTo(before);
    }

    /** Who may do it in the first school. */
    private RequestSpecification owner(Route route) {
        if (route.platformOnly()) {
            return Api.asSuperadmin(schools, null);
        }
        return Api.as(own.school(), route.permissions().isEmpty() ? "acudiente" : "rector");
    }

    /** As its owner, with rows of the own school; a rector sees no stranger, so only the platform makes one a member. */
    private Response sendOwn(Route route, String body) {
        String path = own.fill(route);
        if (!route.id().equals("createMembership")) {
            return send(route, owner(route), path, body);
        }
        String stranger = Schools.user("stranger", "active").toString();
        String teacher = own.school().person("teacher").toString();
        return send(route, Api.asSuperadmin(schools, own.school().id()), path.replace(teacher, stranger), body);
    }

    private Response send(Route route, RequestSpecification request, String path, String body) {
        if (route.media() != null) {
            request.contentType(route.media()).body(body);
        }
        return request.request(route.method(), path);
    }

    private static String body(Route route) {
        if (route.media() == null) {
            return "";
        }
        if (!route.takesJson()) {
            return CSV;
        }
        String body = BODIES.get(route.id());
        assertThat(body).as("a body for %s", route.id()).isNotNull();
        return body.replace("EMAIL", UUID.randomUUID() + "@example.org");
    }

    private static boolean holds(String role, List<String> wanted) {
        Set<Permission> held = Role.of(role).orElseThrow().permissions();
        return List.of(Permission.values()).stream()
                .filter(permission -> wanted.contains(permission.code()))
                .anyMatch(permission -> permission.grantedBy(held));
    }

    /** Without what differs between any two requests. */
    private static Map<String, Object> problem(Response answer) {
        Map<String, Object> problem = new java.util.TreeMap<>(answer.jsonPath().getMap(""));
        problem.remove("request_id");
        problem.remove("instance");
        return problem;
    }
}
