package org.athena.isolation;

import static io.restassured.RestAssured.given;

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
 */
record Route(String id, String method, String path, List<String> permissions, String school, String media) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What the running service describes. */
    static List<Route> all() {
        JsonPath document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
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
        Map<String, Map<String, Object>> body = (Map<String, Map<String, Object>>) operation.get("requestBody");
        return new Route(
                (String) operation.get("operationId"),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                (List<String>) operation.get("x-permissions"),
                (String) operation.get("x-school"),
                body == null ? null : body.get("content").keySet().iterator().next());
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
