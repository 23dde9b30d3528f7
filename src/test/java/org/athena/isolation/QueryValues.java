package org.athena.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Values on both sides of the bounds that a query parameter's schema names. */
final class QueryValues {

    private QueryValues() {}

    /** At least one that is taken. */
    static List<String> taken(String name, JsonNode schema) {
        if (schema.has("items")) {
            List<String> each = taken(name, Description.resolved(schema.get("items")));
            return Stream.concat(each.stream(), Stream.of(String.join(",", each)))
                    .toList();
        }
        List<String> taken = new ArrayList<>();
        schema.path("enum").forEach(word -> taken.add(word.asText()));
        if (schema.has("maximum")) {
            taken.addAll(List.of(
                    schema.path("minimum").asText(), schema.path("maximum").asText()));
        } else if (schema.path("type").asText().equals("boolean")) {
            taken.addAll(List.of("true", "false"));
        } else if (schema.path("format").asText().equals("uuid")) {
            taken.add("018f3c1e-7b7a-7c3e-9a51-2f6d0c9b4e10");
        } else if (schema.has("maxLength")) {
            taken.add("x".repeat(schema.path("maxLength").asInt()));
        } else if (taken.isEmpty()) {
            taken.addAll(List.of("2026-01-01", "2026-01-01T00:00:00Z"));
        }
        return taken;
    }

    static List<String> refused(JsonNode schema) {
        if (schema.has("maximum")) {
            return List.of("0", "x", String.valueOf(schema.path("maximum").asInt() + 1));
        } else if (schema.has("maxLength")) {
            return List.of("x".repeat(schema.path("maxLength").asInt() + 1));
        }
        return List.of("x");
    }
}
