package org.athena.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.restassured.RestAssured;
import io.restassured.response.Response;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The description of the API: what the code says where the service tells it, which knows the entities of the tests too, and otherwise
 * the committed file.
 */
final class Description {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();

    private Description() {}

    private static JsonNode read() {
        try {
            Response fromCode = RestAssured.given().get("/q/openapi-from-code?format=json");
            return fromCode.statusCode() == 200
                    ? JSON.readTree(fromCode.asString())
                    : JSON.readTree(Path.of("src/main/resources/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part at that pointer (RFC 6901). */
    static JsonNode get(String pointer) {
        return DOCUMENT.at(pointer);
    }

    /** What is referred to; of a value that may be null, what it is otherwise. */
    static JsonNode resolved(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolved(schema.at("/anyOf/0"));
        }
        return schema.has("$ref") ? resolved(get(schema.get("$ref").asText().substring(1))) : schema;
    }

    /** Whether the schema lets null be a value. */
    static boolean takesNull(JsonNode schema) {
        return schema.path("type").toString().contains("\"null\"")
                || schema.path("anyOf").toString().contains("{\"type\":\"null\"}");
    }

    /** The codes of violations. */
    static List<String> codes() {
        return JSON.convertValue(get("/components/schemas/ViolationCode/enum"), new TypeReference<>() {});
    }

    /** As maps, lists and texts. */
    static Object value(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }
}
