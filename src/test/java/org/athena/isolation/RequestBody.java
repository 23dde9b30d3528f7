package org.athena.isolation;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies that a route takes but for one field. */
final class RequestBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What no example has, because most requests do without. */
    private static final Map<String, String> SAMPLES =
            Map.of("restriction", "{\"text\":\"Orden\"}", "confirmed_members", "[null]");

    private RequestBody() {}

    /** What the route takes, with this value for the field. */
    static String with(Route route, RequestField field, String value) {
        ObjectNode body = base(route, field);
        String[] steps = field.path().replace("[0]", ".[0]").split("\\.");
        JsonNode place = body;
        for (int i = 0; i < steps.length - 1; i++) {
            place = step(place, steps[i]);
        }
        if (place instanceof ArrayNode list) {
            list.set(0, read(value));
        } else {
            ((ObjectNode) place).set(steps[steps.length - 1], read(value));
        }
        return body.toString();
    }

    /** A POST needs all of its example, a PATCH only what is around a nested field. */
    private static ObjectNode base(Route route, RequestField field) {
        if (route.method().equals("POST")) {
            return (ObjectNode) read(EveryRoute.body(route));
        }
        ObjectNode base = JSON.createObjectNode();
        String outer = field.path().split("[.\\[]")[0];
        if (!outer.equals(field.path())) {
            Route.all().stream()
                    .filter(Route::takesJson)
                    .filter(other -> other.method().equals("POST") && RequestField.same(route, other))
                    .map(post -> read(EveryRoute.body(post)).get(outer))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(example -> base.set(outer, example));
        }
        return base;
    }

    private static JsonNode step(JsonNode place, String name) {
        if (name.equals("[0]")) {
            return place.get(0);
        }
        if (!place.has(name)) {
            ((ObjectNode) place).set(name, read(SAMPLES.get(name)));
        }
        return place.get(name);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
