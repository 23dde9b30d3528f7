package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.assertj.core.api.SoftAssertions;
import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Two schools and every operation that the service describes: what has to hold by the scoping of queries alone, and by row
 * level security alone. An operation that is added is tested from then on.
 */
@WithTestResource(Installation.class)
abstract class TwoSchools {

    private static final ObjectMapper JSON = new ObjectMapper();

    Schools schools;
    Rows own;
    Rows other;

    void rowsInTwoSchools() {
        schools = Schools.create();
        own = Rows.in(schools.first());
        other = Rows.in(schools.second());
    }

    /** Checks every route with rows of its own; all that fail are named together. */
    void each(Predicate<Route> chosen, Consumer<Route> check) {
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
    RequestSpecification owner(Route route) {
        if (route.platformOnly()) {
            return Api.asSuperadmin(schools, null);
        }
        return Api.as(own.school(), route.permissions().isEmpty() ? "acudiente" : "rector");
    }

    /** As its owner, with rows of the own school; a rector sees no stranger, so only the platform makes one a member. */
    Response sendOwn(Route route, String body) {
        String path = own.fill(route);
        if (!route.id().equals("createMembership")) {
            return send(route, owner(route), path, body);
        }
        String stranger = Schools.user("stranger", "active").toString();
        String teacher = own.school().person("teacher").toString();
        return send(route, Api.asSuperadmin(schools, own.school().id()), path.replace(teacher, stranger), body);
    }

    Response send(Route route, RequestSpecification request, String path, String body) {
        if (route.media() != null) {
            request.contentType(route.media()).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.request(route.method(), path);
    }

    /** The example of the API's description; what is unique in the whole installation is made so. */
    static String body(Route route) {
        if (route.media() == null) {
            return "";
        }
        assertThat(route.example()).as("an example for %s", route.id()).isNotNull();
        if (!route.takesJson()) {
            return route.example().toString();
        }
        try {
            return JSON.writeValueAsString(route.example())
                    .replaceFirst("[a-z]+@colegio.example", UUID.randomUUID() + "@colegio.example")
                    .replaceFirst(
                            "\"nit\":\"[^\"]+\"", "\"nit\":\"" + System.nanoTime() % 1_000_000_000_000_000L + "\"");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what differs between any two requests. */
    static Map<String, Object> problem(Response answer) {
        Map<String, Object> problem = new TreeMap<>(answer.jsonPath().getMap(""));
        problem.remove("request_id");
        problem.remove("instance");
        return problem;
    }
}
