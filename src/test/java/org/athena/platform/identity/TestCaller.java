package org.athena.platform.identity;

import static io.restassured.RestAssured.given;

import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody at an address of their own, as a trusted proxy reports it; waits for an answer, but not for ever. */
record TestCaller(String address) {

    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);
    private static final String PATH = "/api/v1/auth/me";
    private static final RestAssuredConfig PATIENCE = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 20_000));

    static TestCaller somebody() {
        return new TestCaller("10.0.0." + ADDRESSES.getAndIncrement());
    }

    Response send(String token) {
        return request().header("Authorization", "Bearer " + token).get(PATH);
    }

    /** Sends the headers as they are. */
    Response sendHeader(Object first, Object... more) {
        return request().header("Authorization", first, more).get(PATH);
    }

    Response sendQuery(String token) {
        return request().queryParam("access_token", token).get(PATH);
    }

    private RequestSpecification request() {
        return given().config(PATIENCE).header("X-Forwarded-For", address);
    }
}
