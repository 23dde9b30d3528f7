package org.athena.testing;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Requests as a person in a school. */
public final class Api {

    private Api() {}

    /** The person with that role in the school. */
    public static RequestSpecification as(Schools.School school, String role) {
        return as(school.person(role), school.id());
    }

    /** A user who names a school, or none. */
    public static RequestSpecification as(UUID user, UUID school) {
        RequestSpecification request = given().header(
                        "Authorization", "Bearer " + AuthServer.hs256().of(user))
                .contentType("application/json");
        return school == null ? request : request.header("X-School-Id", school.toString());
    }

    /** The same request with time for the work on ten thousand rows on a busy machine. */
    public static RequestSpecification patient(RequestSpecification request) {
        return request.config(RestAssured.config()
                .httpClient(RestAssured.config().getHttpClientConfig().setParam("http.socket.timeout", 120_000)));
    }

    /** A superadmin with a second factor. */
    public static RequestSpecification asSuperadmin(Schools schools, UUID school) {
        RequestSpecification request = given().header(
                        "Authorization",
                        "Bearer " + AuthServer.hs256().of(schools.superadmin(), claims -> claims.put("aal", "aal2")))
                .contentType("application/json");
        return school == null ? request : request.header("X-School-Id", school.toString());
    }
}
