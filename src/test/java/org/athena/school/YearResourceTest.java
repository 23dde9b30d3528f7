package org.athena.school;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(Installation.class)
class YearResourceTest {

    private static final String PATH = "/api/v1/schools/me/years";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    @Test
    void aYearIsAddedReadChangedAndDeleted() {
        Response created = year("2027", "2027-01-18", "2027-11-26");
        created.then().statusCode(201).body("status", equalTo("planning"));
        String path = created.header("Location");
        Api.as(schools.first(), "teacher").get(path).then().statusCode(200).header("ETag", "\"0\"");
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"active\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"0\"")
                .delete(path)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"1\"")
                .delete(path)
                .then()
                .statusCode(204);
        Api.as(schools.first(), "teacher").get(path).then().statusCode(404);
    }

    @Test
    void namesAreUniqueInASchoolAndDatesInOrder() {
        year("2027", "2027-01-18", "2027-11-26").then().statusCode(201);
        year("2027", "2027-01-18", "2027-11-26").then().statusCode(409).body("reason", equalTo("year.name_taken"));
        year("2028", "2028-11-26", "2028-01-18").then().statusCode(400).body("violations[0].field", equalTo("ends_on"));
        Api.as(schools.second(), "rector").get(PATH).then().body("total", equalTo(0));
    }

    @Test
    void periodsStayInsideTheirYearAndClearOfEachOther() {
        String path = year("2027", "2027-01-18", "2027-11-26").header("Location");
        Response first = period(path, "Primero", "2027-01-18", "2027-03-31");
        first.then().statusCode(201);
        period(path, "Segundo", "2027-03-31", "2027-06-10")
                .then()
                .statusCode(409)
                .body("reason", equalTo("period.overlaps"));
        period(path, "Cuarto", "2027-10-01", "2027-12-10")
                .then()
                .statusCode(409)
                .body("reason", equalTo("period.outside_year"));
        period(path, "Primero", "2027-04-01", "2027-05-01")
                .then()
                .statusCode(409)
                .body("reason", equalTo("period.name_taken"));
        Api.as(schools.first(), "rector")
                .body("{\"starts_on\":\"2027-02-01\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("period.outside_year"));
        Api.as(schools.first(), "rector")
                .delete(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("resource.in_use"));
        String location = first.header("Location");
        Api.as(schools.first(), "coordinator").get(location).then().statusCode(200);
        Api.as(schools.first(), "rector")
                .body("{\"weight\":25.5}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("weight", equalTo(25.5f));
        Api.as(schools.first(), "rector")
                .body("{\"weight\":101}")
                .patch(location)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("weight"));
        Api.as(schools.first(), "coordinator").get(path + "/periods").then().body("total", equalTo(1));
        Api.as(schools.first(), "rector").delete(location).then().statusCode(204);
    }

    @Test
    void anotherSchoolsYearTakesNoPeriodsAndShowsNone() {
        String path = year("2027", "2027-01-18", "2027-11-26").header("Location");
        String period = period(path, "Primero", "2027-01-18", "2027-03-31").header("Location");
        Schools.School other = schools.second();
        Api.as(other, "rector").get(path).then().statusCode(404);
        Api.as(other, "rector").get(path + "/periods").then().statusCode(404);
        Api.as(other, "rector").get(period).then().statusCode(404);
        Api.as(other, "rector").delete(period).then().statusCode(404);
        Api.as(other, "rector")
                .body("{\"name\":\"x\",\"starts_on\":\"2027-05-01\",\"ends_on\":\"2027-06-01\"}")
                .post(path + "/periods")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"coordinator", "secretary", "teacher", "student", "acudiente"})
    void onlyWhoConfiguresTheSchoolPlansYears(String role) {
        Api.as(schools.first(), role)
                .body("{\"name\":\"2027\",\"starts_on\":\"2027-01-18\",\"ends_on\":\"2027-11-26\"}")
                .post(PATH)
                .then()
                .statusCode(403)
                .body("required_permissions", hasItem("config:institution"));
    }

    private Response year(String name, String from, String to) {
        return Api.as(schools.first(), "rector").body(body(name, from, to)).post(PATH);
    }

    private Response period(String year, String name, String from, String to) {
        return Api.as(schools.first(), "rector").body(body(name, from, to)).post(year + "/periods");
    }

    private static String body(String name, String from, String to) {
        return "{\"name\":\"%s\",\"starts_on\":\"%s\",\"ends_on\":\"%s\"}".formatted(name, from, to);
    }
}
