package org.athena.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.assertj.core.api.SoftAssertions;
import org.athena.testing.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API's description is complete; that its request examples are accepted is the isolation tests' to show. */
@QuarkusTest
@WithTestResource(Installation.class)
class ApiDescriptionResourceTest {

    private JsonNode document;
    private List<Operation> operations;

    private record Operation(String name, JsonNode node) {

        boolean isPublic() {
            return node.path("x-public").asBoolean();
        }
    }

    @BeforeEach
    void read() throws Exception {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> {
                    // Other members of a path have no responses.
                    if (verb.getValue().has("responses")) {
                        operations.add(new Operation(verb.getKey() + " " + path.getKey(), verb.getValue()));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(30);
    }

    @Test
    void whoeverHasTheDescriptionIsNotSentItAgain() {
        Response first = given().get("/q/openapi");
        assertThat(first.contentType()).startsWith("application/json");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("ETag")).matches("\"[0-9a-f]{32}\"");
        for (String known :
                List.of(first.header("ETag"), "W/" + first.header("ETag"), "\"x\", " + first.header("ETag"))) {
            Response same = given().header("If-None-Match", known).get("/q/openapi");
            assertThat(same.statusCode()).as(known).isEqualTo(304);
            assertThat(same.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(same.asString()).isEmpty();
        }
        given().header("If-None-Match", "\"x\"").get("/q/openapi").then().statusCode(200);
        Response head = given().head("/q/openapi");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void theDescriptionIsTheFileAsItIs() throws IOException {
        assertThat(given().get("/q/openapi").asByteArray())
                .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/openapi.json")));
    }

    @Test
    void operationIdsAreUniqueNamesOfMethods() {
        List<String> ids = operations.stream()
                .map(operation -> operation.node().path("operationId").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"));
    }

    @Test
    void everyOperationSaysWhatItDoesAndBelongsToAGroup() {
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asText())
                    .as(operation.name())
                    .isNotBlank();
            assertThat(operation.node().path("tags")).as(operation.name()).isNotEmpty();
        });
    }

    @Test
    void everyOperationThatIsNotPublicAsksForATokenAndNamesTheRefusals() {
        assertThat(operations).filteredOn(operation -> !operation.isPublic()).allSatisfy(operation -> {
            assertThat(operation.node().path("security")).as(operation.name()).isNotEmpty();
            assertThat(operation.node().path("responses").has("401"))
                    .as(operation.name())
                    .isTrue();
            assertThat(operation.node().path("responses").has("403"))
                    .as(operation.name())
                    .isTrue();
        });
    }

    @Test
    void everyRefusalIsAProblemWithAnExample() {
        assertThat(operations).allSatisfy(operation -> {
            List<JsonNode> refusals = responses(operation, "[45]..");
            assertThat(refusals)
                    .as(operation.name())
                    .isNotEmpty()
                    .allSatisfy(refusal -> assertThat(refusal.at("/content/application~1problem+json/example/code")
                                    .asText())
                            .isNotBlank());
        });
    }

    @Test
    void everyBodyHasAnExampleOfFieldsThatItMayHave() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations) {
            if (operation.node().has("requestBody")) {
                check(all, operation, operation.node().at("/requestBody/content"));
            }
        }
        all.assertAll();
    }

    @Test
    void everySuccessHasAnExampleOfFieldsThatItMayHave() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations) {
            for (JsonNode response : responses(operation, "20[01]")) {
                all.assertThat(response.path("content")).as(operation.name()).isNotEmpty();
                check(all, operation, response.path("content"));
            }
        }
        all.assertAll();
    }

    @Test
    void theExampleOfAnAnswerLeavesOutNoFieldThatIsAlwaysThere() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations) {
            for (JsonNode response : responses(operation, "20[01]")) {
                JsonNode media = response.at("/content/application~1json");
                if (media.isMissingNode()) {
                    continue;
                }
                all.assertThat(names(media.path("example")))
                        .as(operation.name())
                        .isEqualTo(names(resolve(media.path("schema")).path("properties")));
            }
        }
        all.assertAll();
    }

    /** A file has no example; it is a text or bytes. */
    private void check(SoftAssertions all, Operation operation, JsonNode content) {
        content.fields().forEachRemaining(media -> {
            if (media.getKey().endsWith("json")) {
                checkJson(all, operation, media.getValue());
            } else {
                all.assertThat(resolve(media.getValue().path("schema"))
                                .path("type")
                                .asText())
                        .as(operation.name())
                        .isEqualTo("string");
            }
        });
    }

    private void checkJson(SoftAssertions all, Operation operation, JsonNode media) {
        all.assertThat(media.has("example"))
                .as(operation.name() + " has an example")
                .isTrue();
        checkValue(all, operation.name(), media.path("example"), resolve(media.path("schema")));
    }

    /** Kind, choices and, as far down as the schema names them, the fields. */
    private void checkValue(SoftAssertions all, String place, JsonNode value, JsonNode schema) {
        if (value.isObject() && schema.has("properties")) {
            all.assertThat(names(schema.path("properties"))).as(place).containsAll(names(value));
            schema.path("properties").fields().forEachRemaining(property -> {
                if (value.hasNonNull(property.getKey())) {
                    String inner = place + "." + property.getKey();
                    checkValue(all, inner, value.get(property.getKey()), resolve(property.getValue()));
                }
            });
            schema.path("required")
                    .forEach(name -> all.assertThat(value.has(name.asText()))
                            .as(place + "." + name)
                            .isTrue());
        } else if (value.isArray()) {
            all.assertThat(types(schema)).as(place).contains("array");
            value.forEach(item -> checkValue(all, place + "[]", item, resolve(schema.path("items"))));
        } else if (schema.has("enum")) {
            List<String> choices = new ArrayList<>();
            schema.path("enum").forEach(choice -> choices.add(choice.asText()));
            all.assertThat(choices).as(place).contains(value.asText());
        } else if (schema.has("type")) {
            all.assertThat(types(schema)).as(place).containsAnyElementsOf(kinds(value));
        }
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asText()));
        }
        return types.isEmpty() ? List.of(schema.path("type").asText()) : types;
    }

    private static List<String> kinds(JsonNode value) {
        if (value.isTextual()) {
            return List.of("string");
        } else if (value.isBoolean()) {
            return List.of("boolean");
        }
        return value.isIntegralNumber()
                ? List.of("integer", "number")
                : value.isNumber() ? List.of("number") : List.of("object");
    }

    private List<JsonNode> responses(Operation operation, String statuses) {
        List<JsonNode> chosen = new ArrayList<>();
        operation.node().path("responses").fields().forEachRemaining(response -> {
            if (response.getKey().matches(statuses)) {
                chosen.add(resolve(response.getValue()));
            }
        });
        return chosen;
    }

    /** What is referred to; of a value that may be null, what it is otherwise. */
    private JsonNode resolve(JsonNode node) {
        if (node.has("anyOf")) {
            return resolve(node.at("/anyOf/0"));
        }
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
