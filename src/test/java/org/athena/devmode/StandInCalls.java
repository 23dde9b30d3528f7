package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls a stand-in as a page does, without a client library. */
record StandInCalls(AuthStandIn standIn) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> send(String method, String path, String key, String bearer, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(standIn.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("apikey", key);
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a page, whose bearer is null before it is signed in. */
    HttpResponse<String> page(String method, String path, String bearer, String body) throws Exception {
        return send(method, path, standIn.anonKey(), bearer, body);
    }

    /** What a browser asks before it sends the headers to another origin. */
    HttpResponse<String> preflight(String path, String headers) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(standIn.url() + path))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Access-Control-Request-Headers", headers)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return send(method, path, standIn.serviceKey(), standIn.serviceKey(), body);
    }

    JsonNode signIn(String email, String password) throws Exception {
        return ok(page(
                "POST",
                "/auth/v1/token?grant_type=password",
                null,
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password)));
    }

    HttpResponse<String> refresh(String token) throws Exception {
        return page("POST", "/auth/v1/token?grant_type=refresh_token", null, "{\"refresh_token\":\"" + token + "\"}");
    }

    HttpResponse<String> user(String token) throws Exception {
        return page("GET", "/auth/v1/user", token, "");
    }

    /** Where the link of a mail leads. */
    String open(URI link) throws Exception {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-sb-error-code")).contains(code);
        assertThat(MAPPER.readTree(answer.body()).get("error_code").asText()).isEqualTo(code);
    }

    static JsonNode claims(String token) throws Exception {
        return MAPPER.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
