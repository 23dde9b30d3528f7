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

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Requests to every operation that the API's description has, by whoever may send them; what is added is among them from then on. */
@WithTestResource(Installation.class)
abstract class EveryRoute {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The section of the examples. */
    private static final String SECTION = "018f3c22-5a1b-7c11-9e43-7d2f0b8c6a55";

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

    /** Who may do it in the first school. */
    RequestSpecification owner(Route route) {
        if (route.platformOnly()) {
            return Api.asSuperadmin(schools, null);
        }
        return Api.as(own.school(), route.permissions().isEmpty() ? "acudiente" : "rector");
    }

    /** As its owner, with rows of the own school. */
    Response sendOwn(Route route, String body) {
        return send(route, ownCaller(route), ownPath(route), body);
    }

    /** A rector sees no stranger, so only the platform makes one a member. */
    RequestSpecification ownCaller(Route route) {
        return route.id().equals("createMembership")
                ? Api.asSuperadmin(schools, own.school().id())
                : owner(route);
    }

    /** Names rows of the own school, and a stranger where somebody becomes a member. */
    String ownPath(Route route) {
        String path = own.fill(route);
        if (!route.id().equals("createMembership")) {
            return path;
        }
        String stranger = Schools.user("stranger", "active").toString();
        return path.replace(own.school().person("teacher").toString(), stranger);
    }

    Response send(Route route, RequestSpecification request, String path, String body) {
        if (route.media() != null) {
            String filled = body.replace(SECTION, own.section().toString());
            request.contentType(route.media()).body(filled.getBytes(StandardCharsets.UTF_8));
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
