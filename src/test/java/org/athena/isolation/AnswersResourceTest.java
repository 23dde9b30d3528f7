package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;

/** What is answered is what the description says: every field that is always there, null where it may be, and nothing else. */
@QuarkusTest
class AnswersResourceTest extends EveryRoute {

    @Test
    void everyAnswerIsAsDescribed() {
        each(route -> true, route -> assertAsDescribed(route, sendOwn(route, body(route))));
    }

    @Test
    void whatOtherRolesReadIsAsDescribed() {
        each(route -> route.method().equals("GET"), route -> {
            for (String role : List.of("secretary", "teacher", "student", "acudiente")) {
                Response answer = send(route, Api.as(own.school(), role), own.fill(route), "");
                if (answer.statusCode() == 200) {
                    assertAsDescribed(route, answer);
                }
            }
        });
    }

    private static void assertAsDescribed(Route route, Response answer) {
        JsonNode described = route.operation().path("responses").path(String.valueOf(answer.statusCode()));
        assertThat(described.isObject()).as(answer.asString()).isTrue();
        for (String header : List.of("ETag", "Location")) {
            assertThat(answer.header(header) == null || described.at("/headers").has(header))
                    .as(header)
                    .isTrue();
        }
        if (answer.statusCode() == 204) {
            return;
        }
        String type = answer.contentType().split(";")[0];
        assertThat(described.path("content").has(type)).as(type).isTrue();
        if (type.endsWith("json")) {
            assertValue("", RequestBody.read(answer.asString()), route.answer());
        }
    }

    private static void assertValue(String place, JsonNode value, JsonNode described) {
        JsonNode schema = Description.resolved(described);
        if (value.isNull()) {
            assertThat(Description.takesNull(described)).as(place + " is null").isTrue();
        } else if (value.isArray()) {
            value.forEach(item -> assertValue(place + "[]", item, schema.path("items")));
        } else if (schema.has("properties")) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asText()))
                            .as(place + "." + name)
                            .isTrue());
            value.fields().forEachRemaining(field -> {
                assertThat(schema.path("properties").has(field.getKey()))
                        .as(place + "." + field)
                        .isTrue();
                assertValue(
                        place + "." + field.getKey(),
                        field.getValue(),
                        schema.path("properties").path(field.getKey()));
            });
        } else if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            assertThat(words).as(place).contains(value.asText());
        } else {
            assertThat(schema.path("type").toString()).as(place + " " + value).contains(kind(value));
        }
    }

    private static String kind(JsonNode value) {
        if (value.isTextual()) {
            return "string";
        } else if (value.isBoolean()) {
            return "boolean";
        } else if (value.isNumber()) {
            // Every integer is a number as well.
            return value.isIntegralNumber() ? "" : "number";
        }
        return "object";
    }
}
