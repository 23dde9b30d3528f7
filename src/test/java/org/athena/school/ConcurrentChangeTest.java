package org.athena.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Two at once, made to meet by a third who holds the year. */
@QuarkusTest
@WithTestResource(Installation.class)
class ConcurrentChangeTest {

    private static final String PATH = "/api/v1/schools/me/years";
    // Changes nothing that a period's foreign key refers to, so a period's own lock is the first to wait.
    private static final String CHANGE = "update athena.school_years set version = version + 1 where school_id = ?";

    private Schools.School school;
    private String year;

    @BeforeEach
    void aYear() {
        school = Schools.create().first();
        year = rector().body(body("2027", "2027-01-18", "2027-11-26"))
                .post(PATH)
                .header("Location");
    }

    private RequestSpecification rector() {
        return Api.as(school, "rector");
    }

    private static String body(String name, String from, String to) {
        return "{\"name\":\"%s\",\"starts_on\":\"%s\",\"ends_on\":\"%s\"}".formatted(name, from, to);
    }

    @Test
    void twoPeriodsAreAddedAtOnce() throws Exception {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by(CHANGE, school.id())) {
            first = period("Primero", "2027-01-18", "2027-03-31");
            second = period("Segundo", "2027-04-01", "2027-06-10");
            held.awaitWaiting(2);
        }
        assertThat(first.get().statusCode()).as(first.get().asString()).isEqualTo(201);
        assertThat(second.get().statusCode()).as(second.get().asString()).isEqualTo(201);
    }

    @Test
    void ofTwoPeriodsAtOnceThatOverlapOneIsRefused() throws Exception {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by(CHANGE, school.id())) {
            first = period("Primero", "2027-01-18", "2027-03-31");
            second = period("Segundo", "2027-03-31", "2027-06-10");
            held.awaitWaiting(2);
        }
        assertThat(new int[] {first.get().statusCode(), second.get().statusCode()})
                .containsExactlyInAnyOrder(201, 409);
    }

    private CompletableFuture<Response> period(String name, String from, String to) {
        return meanwhile(() -> rector().body(body(name, from, to)).post(year + "/periods"));
    }

    private static CompletableFuture<Response> meanwhile(Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request, work -> new Thread(work).start());
    }

    @Test
    void whoNamedAVersionAndLostTheRaceIsToldThatItIsStale() throws Exception {
        Response lost = lostRace(rector().header("If-Match", "\"0\""));
        assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(412);
        assertThat(lost.<String>path("code")).isEqualTo("resource.stale");
    }

    @Test
    void aVersionInTheBodyCountsInARaceAsWell() throws Exception {
        Response lost = lostRace(rector(), "{\"name\":\"Otro\",\"version\":0}");
        assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(412);
        assertThat(lost.<String>path("code")).isEqualTo("resource.stale");
    }

    @Test
    void whoNamedNoneAndLostTheRaceHasAConflict() throws Exception {
        Response lost = lostRace(rector());
        assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(409);
        assertThat(lost.<String>path("code")).isEqualTo("resource.conflict");
    }

    private Response lostRace(RequestSpecification request) throws Exception {
        return lostRace(request, "{\"name\":\"Otro\"}");
    }

    private Response lostRace(RequestSpecification request, String body) throws Exception {
        CompletableFuture<Response> change;
        try (HeldRow held = HeldRow.by(CHANGE, school.id())) {
            change = meanwhile(() -> request.body(body).patch(year));
            held.awaitWaiting(1);
        }
        return change.get();
    }
}
