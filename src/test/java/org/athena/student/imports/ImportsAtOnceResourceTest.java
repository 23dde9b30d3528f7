package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Imports that meet each other: how many work at once, and what the others are told. */
@QuarkusTest
@WithTestResource(Installation.class)
class ImportsAtOnceResourceTest {

    private static final String PATH = "/api/v1/students/import";
    private static final String FILE = "document_type,document_number,first_name,last_name\nTI,1,Ana,Ruiz\n";
    /** Nobody writes students, everybody reads them. */
    private static final String NO_STUDENTS = "lock table athena.students in share mode";

    private final List<Schools.School> schools = Stream.generate(Schools::create)
            .limit(3)
            .flatMap(pair -> Stream.of(pair.first(), pair.second()))
            .toList();

    private static RequestSpecification file(Schools.School school, String role) {
        return Api.as(school, role).contentType("text/csv").body(FILE);
    }

    private static CompletableFuture<Response> meanwhile(RequestSpecification request) {
        return CompletableFuture.supplyAsync(() -> request.post(PATH), work -> new Thread(work).start());
    }

    /** Returns when each of them was answered, or waits in the database. */
    private static void awaitAnsweredOrWaiting(List<CompletableFuture<Response>> imports) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> HeldRow.waiting()
                                + imports.stream()
                                        .filter(CompletableFuture::isDone)
                                        .count()
                        >= imports.size());
    }

    private static List<Response> answers(List<CompletableFuture<Response>> imports) throws Exception {
        List<Response> answers = new ArrayList<>();
        for (CompletableFuture<Response> one : imports) {
            answers.add(one.get(30, TimeUnit.SECONDS));
        }
        return answers;
    }

    private static void assertBusy(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(429);
        assertThat(answer.<String>path("code")).isEqualTo("import.busy");
        assertThat(answer.<String>path("title")).isEqualTo("Other imports are running");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void twoAreAtWorkAndEverybodyElseIsServed() throws Exception {
        List<CompletableFuture<Response>> imports;
        try (HeldRow held = HeldRow.by(NO_STUDENTS)) {
            imports = schools.stream()
                    .limit(5)
                    .map(school -> meanwhile(file(school, "secretary")))
                    .toList();
            awaitAnsweredOrWaiting(imports);
            assertThat(Api.as(schools.get(5), "rector").get("/api/v1/students").statusCode())
                    .isEqualTo(200);
        }
        List<Response> answers = answers(imports);
        assertThat(answers.stream().map(Response::statusCode).sorted().collect(Collectors.toList()))
                .containsExactly(201, 201, 429, 429, 429);
        answers.stream().filter(answer -> answer.statusCode() == 429).forEach(ImportsAtOnceResourceTest::assertBusy);
        assertThat(file(schools.get(5), "secretary").post(PATH).statusCode()).isEqualTo(201);
    }

    @Test
    void aSchoolHasOneAtWork() throws Exception {
        CompletableFuture<Response> first;
        try (HeldRow held = HeldRow.by(NO_STUDENTS)) {
            first = meanwhile(file(schools.get(0), "secretary"));
            held.awaitWaiting(1);
            assertBusy(meanwhile(file(schools.get(0), "rector")).get(10, TimeUnit.SECONDS));
        }
        assertThat(first.get().statusCode()).isEqualTo(201);
    }

    @Test
    void oneAtWorkOnAnotherInstanceCountsToo() throws Exception {
        try (HeldRow held = HeldRow.lock("import", schools.get(0).id())) {
            assertBusy(file(schools.get(0), "secretary").post(PATH));
            assertThat(file(schools.get(1), "secretary").post(PATH).statusCode())
                    .isEqualTo(201);
        }
        assertThat(file(schools.get(0), "secretary").post(PATH).statusCode()).isEqualTo(201);
    }

    @Test
    void theSameKeySixTimesAtOnceIsCarriedOutOnce() throws Exception {
        List<CompletableFuture<Response>> imports;
        try (HeldRow held = HeldRow.by(NO_STUDENTS)) {
            imports = Stream.generate(() -> file(schools.get(0), "secretary").header("Idempotency-Key", "monday"))
                    .limit(6)
                    .map(ImportsAtOnceResourceTest::meanwhile)
                    .toList();
            await().atMost(10, TimeUnit.SECONDS)
                    .until(() ->
                            imports.stream().filter(CompletableFuture::isDone).count() == 5);
        }
        List<Response> answers = answers(imports);
        assertThat(answers.stream().map(Response::statusCode).sorted().collect(Collectors.toList()))
                .containsExactly(201, 409, 409, 409, 409, 409);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> assertThat(answer.<String>path("code")).isEqualTo("idempotency.in_progress"));
        Response again = file(schools.get(0), "secretary")
                .header("Idempotency-Key", "monday")
                .post(PATH);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRefusedFileLeavesNothingAtWork() throws Exception {
        Response wrong = Api.as(schools.get(0), "secretary")
                .contentType("text/csv")
                .body("document_type,document_number,first_name,last_name,school_id\nTI,\"1".getBytes())
                .post(PATH);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<List<String>>path("violations.field")).containsExactly("file");
        assertThat(file(schools.get(0), "secretary").post(PATH).statusCode()).isEqualTo(201);
    }
}
