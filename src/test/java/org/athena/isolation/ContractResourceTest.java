package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

/** What the description promises of headers, query parameters and fields, on every operation that has them. */
@QuarkusTest
class ContractResourceTest extends EveryRoute {

    private static final String DRY_RUN = "dry_run";

    private static final String KEY = "Idempotency-Key";

    @Test
    void aStaleConditionIsRefused() {
        each(route -> route.takes("If-Match"), route -> {
            String before = own.snapshot();
            Response answer =
                    send(route, ownCaller(route).header("If-Match", "\"987654\""), ownPath(route), body(route));
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(412);
            assertThat(answer.<String>path("code")).isEqualTo("resource.stale");
            assertThat(own.snapshot()).isEqualTo(before);
        });
    }

    @Test
    void aRepeatedRequestWithAKeyIsAnsweredAgainAndNotCarriedOut() {
        each(route -> route.takes(KEY), route -> {
            String key = UUID.randomUUID().toString();
            String path = ownPath(route);
            String body = body(route);
            Response first = send(route, ownCaller(route).header(KEY, key), path, body);
            String after = own.snapshot();
            Response again = send(route, ownCaller(route).header(KEY, key), path, body);
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
            assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
            assertThat(RequestBody.read(again.asString())).isEqualTo(RequestBody.read(first.asString()));
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(own.snapshot()).isEqualTo(after);
        });
    }

    @Test
    void anUnknownFieldIsRefusedByItsNameWhereverItStands() {
        each(Route::takesJson, route -> {
            assertUnknown(route, "_unknown");
            for (RequestField field : RequestField.of(route)) {
                if (field.type().isRecord()) {
                    assertUnknown(route, field.path() + "._unknown");
                }
            }
        });
    }

    private void assertUnknown(Route route, String path) {
        String body = RequestBody.with(route, new RequestField(path, String.class, false), "1");
        assertViolation(sendOwn(route, body), path, "is not known");
    }

    @Test
    void anUnknownQueryParameterIsRefused() {
        each(route -> true, route -> {
            String before = own.snapshot();
            assertViolation(query(route, "unknown", "1"), "unknown", "is not known here");
            assertThat(own.snapshot()).isEqualTo(before);
        });
    }

    @Test
    void aRepeatedQueryParameterIsRefused() {
        eachParameter((route, name, schema) -> {
            String value = QueryValues.taken(name, schema).get(0);
            assertViolation(query(route, name, value, value), name, "is sent more than once");
        });
    }

    @Test
    void queryParametersTakeWhatTheirSchemaSays() {
        eachParameter((route, name, schema) -> {
            for (String value : QueryValues.taken(name, schema)) {
                Response answer = query(route, name, value);
                assertThat(answer.statusCode())
                        .as(name + "=" + value + answer.asString())
                        .isIn(200, 201);
            }
            for (String value : QueryValues.refused(schema)) {
                assertViolation(query(route, name, value), name, "must be");
            }
        });
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndTellsTheTotal() {
        each(Route::lists, route -> {
            Response beyond = query(route, "page", "100000");
            assertThat(beyond.<List<?>>path("items")).isEmpty();
            assertThat(beyond.<Integer>path("total"))
                    .isEqualTo(query(route, "page", "1").<Integer>path("total"));
        });
    }

    private interface ParameterCheck {
        void of(Route route, String name, JsonNode schema);
    }

    private void eachParameter(ParameterCheck check) {
        each(route -> !route.parameters("query").isEmpty(), route -> {
            for (JsonNode parameter : route.parameters("query")) {
                check.of(route, parameter.path("name").asText(), Description.resolved(parameter.path("schema")));
            }
        });
    }

    private Response query(Route route, String name, String... values) {
        RequestSpecification request = ownCaller(route).queryParam(name, List.of(values));
        // The same body twice would be a conflict.
        if (!name.equals(DRY_RUN)
                && route.parameters("query").stream()
                        .anyMatch(parameter -> parameter.path("name").asText().equals(DRY_RUN))) {
            request.queryParam(DRY_RUN, true);
        }
        return send(route, request, ownPath(route), body(route));
    }

    private static void assertViolation(Response answer, String field, String message) {
        assertThat(answer.statusCode()).as(field + answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isEqualTo("request.invalid");
        assertThat(answer.<List<String>>path("violations.field")).containsExactly(field);
        assertThat(answer.<String>path("violations[0].message")).as(field).contains(message);
        assertThat(Description.codes()).as(field).contains(answer.<String>path("violations[0].code"));
    }
}
