package org.athena.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An operation of the API's description.
 *
 * @param id its operation id
 * @param method the HTTP method
 * @param path with the parameters in braces
 * @param open whether anybody may call it, without a token
 * @param permissions of which one is enough; empty when signing in is enough
 * @param school {@code required}, {@code optional} or {@code unused}
 * @param media the media type of its body, or null
 * @param example what its body may be, or null
 * @param operation all that is said of it
 */
record Route(
        String id,
        String method,
        String path,
        boolean open,
        List<String> permissions,
        String school,
        String media,
        Object example,
        JsonNode operation) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<Route> ALL = read();

    /** What the committed description says; another test holds it to the code. */
    static List<Route> all() {
        return ALL;
    }

    private static List<Route> read() {
        List<Route> routes = new ArrayList<>();
        Description.get("/paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    // A path also has members that are no operations.
                    if (METHODS.contains(operation.getKey())) {
                        routes.add(of(path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }));
        return List.copyOf(routes);
    }

    private static Route of(String path, String method, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        String media = content.fieldNames().hasNext() ? content.fieldNames().next() : null;
        return new Route(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("x-public").asBoolean(),
                texts(operation.path("x-permissions")),
                operation.path("x-school").asText(),
                media,
                media == null ? null : Description.value(content.path(media).path("example")),
                operation);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The parameters in the query, or another place. */
    List<JsonNode> parameters(String place) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(place)) {
                parameters.add(parameter);
            }
        });
        return parameters;
    }

    /** Whether it reads that header. */
    boolean takes(String header) {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals(header));
    }

    /** The schema of the JSON that it answers when it succeeds; missing when there is none. */
    JsonNode answer() {
        JsonNode responses = operation.path("responses");
        return Stream.of("200", "201", "202")
                .filter(responses::has)
                .findFirst()
                .map(status -> responses.at("/" + status + "/content/application~1json/schema"))
                .orElse(MissingNode.getInstance());
    }

    /** Whether it answers a page of a list. */
    boolean lists() {
        return method.equals("GET")
                && Description.resolved(answer()).at("/properties").has("page_size");
    }

    boolean platformOnly() {
        return permissions.equals(List.of("manage:schools"));
    }

    boolean namesRows() {
        return path.contains("{");
    }

    boolean takesJson() {
        return "application/json".equals(media);
    }

    @Override
    public String toString() {
        return id;
    }
}
