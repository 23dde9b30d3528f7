package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Requests that write the same rows at the same moment: one waits or is refused, and none ends in an outage. */
@QuarkusTest
@WithTestResource(Installation.class)
class WritersMeetResourceTest {

    private static final String STUDENTS = "/api/v1/students";
    private static final String HEADER = "document_type,document_number,first_name,last_name\n";
    private static final String ADD =
            "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                    + " values (?, 'TI', ?, 'Ana', 'Ruiz')";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    private static CompletableFuture<Response> meanwhile(Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request, work -> new Thread(work).start());
    }

    private Response importFile(String role, List<String> numbers) {
        return Api.as(school, role)
                .contentType("text/csv")
                .body(HEADER
                        + numbers.stream()
                                .map(number -> "TI," + number + ",Ana,Ruiz\n")
                                .collect(Collectors.joining()))
                .post(STUDENTS + "/import");
    }

    private int students() {
        return Schools.count("athena.students where school_id = ?", school.id());
    }

    @Test
    void twoImportsOfTheSameStudentsInOppositeOrder() throws Exception {
        List<String> up =
                IntStream.range(1_000, 3_000).mapToObj(String::valueOf).collect(Collectors.toList());
        List<String> down = up.stream().collect(Collectors.toList());
        Collections.reverse(down);
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by("lock table athena.students in share mode")) {
            first = meanwhile(() -> importFile("secretary", up));
            held.awaitWaiting(1);
            second = meanwhile(() -> importFile("rector", down));
            await().atMost(30, TimeUnit.SECONDS).until(() -> second.isDone() || HeldRow.waiting() == 2);
        }
        assertThat(first.get().statusCode()).as(first.get().asString()).isEqualTo(201);
        assertThat(second.get().statusCode()).as(second.get().asString()).isEqualTo(429);
        assertThat(students()).isEqualTo(2_000);
    }

    @Test
    void anImportNamesTheRowThatSomebodyElseIsAdding() throws Exception {
        CompletableFuture<Response> answer;
        try (HeldRow held = HeldRow.by(ADD, school.id(), "5")) {
            answer = meanwhile(() -> importFile("secretary", List.of("9", "5", "1")));
            held.awaitWaiting(1);
        }
        assertThat(answer.get().statusCode()).as(answer.get().asString()).isEqualTo(409);
        assertThat(answer.get().<String>path("code")).isEqualTo("resource.conflict");
        assertThat(answer.get().<List<String>>path("violations.in")).containsExactly("row 3");
        assertThat(answer.get().<List<String>>path("violations.field")).containsExactly("document_number");
        assertThat(students()).isEqualTo(1);
    }

    @Test
    void aStudentOfAnImportAtWorkIsAddedByHand() throws Exception {
        CompletableFuture<Response> file;
        CompletableFuture<Response> byHand;
        try (HeldRow held = HeldRow.by(ADD, school.id(), "5")) {
            file = meanwhile(() -> importFile("secretary", List.of("1", "5")));
            held.awaitWaiting(1);
            byHand = meanwhile(() -> add("1", "[]"));
            held.awaitWaiting(2);
        }
        assertThat(file.get().statusCode()).as(file.get().asString()).isEqualTo(409);
        assertThat(byHand.get().statusCode()).as(byHand.get().asString()).isEqualTo(201);
        assertThat(students()).isEqualTo(2);
    }

    /** The import waits for the change of 9, which waits for the import's 1. */
    @Test
    void anImportAndAChangeOfADocumentWaitForEachOther() throws Exception {
        CompletableFuture<Response> file;
        CompletableFuture<Response> change;
        try (HeldRow held = HeldRow.by(ADD, school.id(), "5")) {
            file = meanwhile(() -> importFile("secretary", List.of("1", "5", "9")));
            held.awaitWaiting(1);
            String nine = add("9", "[]").header("Location");
            change = meanwhile(() ->
                    Api.as(school, "rector").body("{\"document_number\":\"1\"}").patch(nine));
            held.awaitWaiting(2);
            held.takeBack();
            assertThat(file.get(30, TimeUnit.SECONDS).statusCode())
                    .as(file.get().asString())
                    .isEqualTo(409);
        }
        assertThat(file.get().<String>path("code")).isEqualTo("resource.conflict");
        // PostgreSQL ends whichever of the two notices first.
        assertThat(change.get().statusCode()).as(change.get().asString()).isIn(200, 409);
        assertThat(students()).isEqualTo(1);
    }

    /** Each would otherwise hold a person whom the other one waits for. */
    @Test
    void twoStudentsAreAddedWithTheSameNewGuardiansInOppositeOrder() throws Exception {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by("lock table athena.guardians in share mode")) {
            first = meanwhile(() -> add("1", "[" + guardian("71", 1, "300") + "," + guardian("72", 2, "300") + "]"));
            held.awaitWaiting(1);
            second = meanwhile(() -> add("2", "[" + guardian("72", 1, "300") + "," + guardian("71", 2, "300") + "]"));
            held.awaitWaiting(2);
        }
        for (CompletableFuture<Response> added : List.of(first, second)) {
            assertThat(added.get(30, TimeUnit.SECONDS).statusCode())
                    .as(added.get().asString())
                    .isEqualTo(201);
        }
        assertThat(Schools.count("athena.guardians where school_id = ?", school.id()))
                .isEqualTo(2);
        assertThat(Schools.count("athena.student_guardians where school_id = ?", school.id()))
                .isEqualTo(4);
    }

    @Test
    void aGuardianWhomAnotherRequestIsAddingIsLinkedAsTheyAreThen() throws Exception {
        CompletableFuture<Response> answer;
        try (HeldRow held = HeldRow.by(
                "insert into athena.guardians (school_id, document_type, document_number, full_name)"
                        + " values (?, 'CC', '71', 'Eva Inés Ruiz')",
                school.id())) {
            answer = meanwhile(() -> add("1", "[" + guardian("71", 1, "300") + "]"));
            held.awaitWaiting(1);
        }
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode())
                .as(answer.get().asString())
                .isEqualTo(201);
        assertThat(answer.get().<String>path("guardians[0].full_name")).isEqualTo("Eva Inés Ruiz");
        assertThat(answer.get().<List<String>>path("guardians[0].differences.field"))
                .containsExactly("full_name", "phone");
    }

    @Test
    void aPersonIsLinkedOnceByTwoRequests() throws Exception {
        String ana = add("1", "[]").header("Location");
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by("select 1 from athena.students where school_id = ? for update", school.id())) {
            first = meanwhile(() -> link(ana, guardian("71", 1, "300")));
            second = meanwhile(() -> link(ana, guardian("71", 1, "300")));
            held.awaitWaiting(2);
        }
        assertThat(List.of(
                        first.get(30, TimeUnit.SECONDS).statusCode(),
                        second.get(30, TimeUnit.SECONDS).statusCode()))
                .as(first.get().asString() + second.get().asString())
                .containsExactlyInAnyOrder(201, 409);
    }

    /** Both change a person who is a guardian of both children, and so raise the versions of both. */
    @Test
    void twoGuardiansOfTheSameChildrenAreChanged() throws Exception {
        String both = "[" + guardian("71", 1, "300") + "," + guardian("72", 2, "300") + "]";
        Response ana = add("1", both);
        add("2", both).then().statusCode(201);
        assertNoneIsAnOutage(
                "select 1 from athena.students where school_id = ? and document_number = '1' for update",
                () -> person(ana.path("guardians[0].guardian_id")),
                () -> person(ana.path("guardians[1].guardian_id")));
        Api.as(school, "rector").get(ana.header("Location")).then().header("ETag", "\"2\"");
    }

    /** A link's change holds the student and then the link; the person's holds all students and then all links. */
    @Test
    void aGuardianAndTheirLinkAreChanged() throws Exception {
        Response ana = add("1", "[" + guardian("71", 1, "300") + "]");
        String link = ana.header("Location") + "/guardians/" + ana.path("guardians[0].id");
        assertNoneIsAnOutage(
                "select 1 from athena.students where school_id = ? for update",
                () -> person(ana.path("guardians[0].guardian_id")),
                () -> Api.as(school, "rector").body("{\"priority\":7}").patch(link));
    }

    private void assertNoneIsAnOutage(String hold, Supplier<Response> one, Supplier<Response> other) throws Exception {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (HeldRow held = HeldRow.by(hold, school.id())) {
            first = meanwhile(one);
            held.awaitWaiting(1);
            second = meanwhile(other);
            held.awaitWaiting(2);
        }
        assertThat(List.of(
                        first.get(30, TimeUnit.SECONDS).statusCode(),
                        second.get(30, TimeUnit.SECONDS).statusCode()))
                .as(first.get().asString() + second.get().asString())
                .contains(200)
                .isSubsetOf(200, 409);
    }

    private Response add(String number, String guardians) {
        return Api.as(school, "rector")
                .body("{\"document_type\":\"TI\",\"document_number\":\"" + number
                        + "\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\",\"guardians\":" + guardians + "}")
                .post(STUDENTS);
    }

    private Response link(String student, String guardian) {
        return Api.as(school, "rector").body(guardian).post(student + "/guardians");
    }

    private Response person(String id) {
        return Api.as(school, "rector").body("{\"phone\":\"3011112233\"}").patch("/api/v1/guardians/" + id);
    }

    private static String guardian(String number, int priority, String phone) {
        return "{\"document_type\":\"CC\",\"document_number\":\"" + number
                + "\",\"full_name\":\"Eva Ruiz\",\"relationship\":\"madre\",\"priority\":" + priority
                + ",\"phone\":\"" + phone + "\"}";
    }
}
