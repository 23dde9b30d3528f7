package org.athena.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.path.json.JsonPath;

/**
 * An operation of the API's description.
 *
 * @param id its operation id
 * @param method the HTTP method
 * @param path with the parameters in braces
 * @param permissions of which one is enough; empty when signing in is enough
 * @param school {@code required}, {@code optional} or {@code unused}
 * @param media the media type of its body, or null
 * @param example what its body may be, or null
 */
record Route(
        String id, String method, String path, List<String> permissions, String school, String media, Object example) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What the committed description says; another test holds it to the code. */
    static List<Route> all() {
        JsonPath document =
                JsonPath.from(Path.of("src/main/resources/openapi.json").toFile());
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Route> routes = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            // A path also has members that are no operations.
            if (METHODS.contains(method) && path.startsWith("/api/v1/")) {
                routes.add(of(path, method, operation));
            }
        }));
        return routes;
    }

    @SuppressWarnings("unchecked")
    private static Route of(String path, String method, Map<String, Object> operation) {
        Map<String, Map<String, Map<String, Object>>> body =
                (Map<String, Map<String, Map<String, Object>>>) operation.get("requestBody");
        Map<String, Map<String, Object>> content = body == null ? Map.of() : body.get("content");
        String media = content.keySet().stream().findFirst().orElse(null);
        return new Route(
                (String) operation.get("operationId"),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                (List<String>) operation.get("x-permissions"),
                (String) operation.get("x-school"),
                media,
                media == null ? null : content.get(media).get("example"));
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
