package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import org.assertj.core.api.SoftAssertions;
import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

/** Every field of every body: null where it is no value, and values of another kind, are refused by name and never guessed. */
@QuarkusTest
@WithTestResource(Installation.class)
class RequestBodiesResourceTest {

    private List<Route> routes;
    private Schools schools;
    private Rows rows;

    private void freshRows() {
        schools = Schools.create();
        rows = Rows.in(schools.first());
    }

    @Test
    void nullIsRefusedWhereItIsNoValue() {
        eachRefused((route, field) -> {
            if (!field.clearable()) {
                assertRefused(route, field, "null", "must not be null", "must_not_be_null");
            }
        });
    }

    @Test
    void nullIsTakenWhereItIsAValue() {
        each((route, field) -> {
            if (field.clearable()) {
                freshRows();
                Response answer = send(route, RequestBody.with(route, field, "null"));
                assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
                if (route.method().equals("PATCH")) {
                    assertThat(answer.<Object>path(field.path())).isNull();
                }
            }
        });
    }

    @Test
    void aValueOfAnotherKindIsRefusedByTheNameOfItsField() {
        eachRefused((route, field) -> {
            for (String value : field.wrongValues()) {
                assertRefused(route, field, value, "", null);
            }
        });
    }

    @Test
    void aWordThatIsNoneOfThoseThatAreAllowedIsToldWhichAre() {
        eachRefused((route, field) -> {
            if (field.type().isEnum()) {
                String words = String.join(
                        ", ",
                        Arrays.stream(field.type().getEnumConstants())
                                .map(Object::toString)
                                .toList());
                for (String value : List.of("1", "\"1\"", "\"\"", "\"another\"")) {
                    assertRefused(route, field, value, "must be one of " + words, "not_allowed");
                }
            }
        });
    }

    @Test
    void aRoleIsNamedByItsCode() {
        eachRefused((route, field) -> {
            if (field.path().equals("roles[0]")) {
                for (String value : List.of("\"Teacher\"", "\" teacher\"", "\"0\"", "\"\"", "\"superadmin\"")) {
                    assertRefused(
                            route,
                            field,
                            value,
                            "must be one of rector, coordinator, secretary, counselor, teacher, student, acudiente",
                            "not_allowed");
                }
            }
        });
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        freshRows();
        String before = rows.snapshot();
        SoftAssertions all = new SoftAssertions();
        for (Route route : routes()) {
            for (String body : List.of("", " ", "null", "[]", "[{}]", "\"x\"", "\"\"", "5", "true")) {
                all.assertThatCode(() -> assertNoObject(send(route, body)))
                        .as(route.id() + " " + body)
                        .doesNotThrowAnyException();
            }
        }
        all.assertAll();
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    private static void assertNoObject(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isEqualTo("request.malformed");
        assertThat(answer.<String>path("detail")).isEqualTo("The body must be a JSON object.");
        assertThat(answer.<List<?>>path("violations")).isEmpty();
    }

    /** Checks every field of every body; all that fail are named together. */
    private void each(BiConsumer<Route, RequestField> check) {
        SoftAssertions all = new SoftAssertions();
        routes().forEach(route -> each(route, check, all));
        all.assertAll();
    }

    /** The same where nothing is to be written. */
    private void eachRefused(BiConsumer<Route, RequestField> check) {
        SoftAssertions all = new SoftAssertions();
        for (Route route : routes()) {
            freshRows();
            String before = rows.snapshot();
            each(route, check, all);
            all.assertThat(rows.snapshot()).as(route.id()).isEqualTo(before);
        }
        all.assertAll();
    }

    private List<Route> routes() {
        if (routes == null) {
            routes = Route.all().stream().filter(Route::takesJson).toList();
        }
        return routes;
    }

    private static void each(Route route, BiConsumer<Route, RequestField> check, SoftAssertions all) {
        for (RequestField field : RequestField.of(route)) {
            all.assertThatCode(() -> check.accept(route, field))
                    .as(route.id() + " " + field.path())
                    .doesNotThrowAnyException();
        }
    }

    private void assertRefused(Route route, RequestField field, String value, String message, String code) {
        Response answer = send(route, RequestBody.with(route, field, value));
        assertThat(answer.statusCode()).as(value + " " + answer.asString()).isEqualTo(400);
        JsonNode problem = RequestBody.read(answer.asString());
        assertThat(problem.path("code").asText()).as(value).isEqualTo("request.invalid");
        assertThat(problem.path("violations")).as(value).hasSize(1);
        assertThat(problem.at("/violations/0/field").asText()).as(value).isEqualTo(field.path());
        assertThat(problem.at("/violations/0/message").asText()).as(value).contains(message);
        String said = problem.at("/violations/0/code").asText();
        assertThat(Description.codes()).as(value).contains(said);
        if (code != null) {
            assertThat(said).as(value).isEqualTo(code);
        }
        if (said.equals("not_allowed")) {
            assertThat(problem.at("/violations/0/params/allowed")).as(value).isNotEmpty();
        }
    }

    private Response send(Route route, String body) {
        RequestSpecification request = route.platformOnly() || route.id().equals("createMembership")
                ? Api.asSuperadmin(
                        schools, route.platformOnly() ? null : rows.school().id())
                : Api.as(rows.school(), "rector");
        return request.body(body.getBytes(StandardCharsets.UTF_8)).request(route.method(), rows.fill(route));
    }
}
