package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Drip;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A request has to arrive in time, and nobody else waits for one that does not. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(BrowserResourceTest.TwoOrigins.class)
class SlowRequestsResourceTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String LUZ = """
            {"document_type":"TI","document_number":"700","first_name":"Luz","last_name":"Mora"}""";

    private final Schools.School school = Schools.create().first();

    /** All at once, because each takes as long as its deadline. */
    @Test
    void aBodyThatDripsIsRefusedWhenItsTimeIsUp() throws Exception {
        String csv = "document_type,document_number,first_name,last_name\r\nTI,701,Ana,Mora";
        try (Drip json = Drip.begin(head("/api/v1/students", "application/json") + "Content-Length: 5000\r\n\r\n{");
                Drip chunked = Drip.begin(
                        head("/api/v1/students", "application/json") + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
                Drip file = Drip.begin(head("/api/v1/students/import", "text/csv")
                        + "Connection: close\r\nContent-Length: " + (csv.length() + 2) + "\r\n\r\n" + csv)) {
            json.drip(" ");
            chunked.drip("1\r\n \r\n");
            assertTooLate(json.answer());
            assertTooLate(chunked.answer());
            // A file is given more time, and comes in after all.
            RawHttp imported = file.finish("\r\n").answer();
            assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        }
    }

    private static void assertTooLate(RawHttp answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(408);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo("request.timeout");
        assertThat(answer.json().getString("detail")).isEqualTo("The body did not arrive within 6 seconds.");
        assertThat(answer.body()).doesNotContain("HTTP/1.1");
    }

    @Test
    void aHeadThatDripsEndsTheConnection() throws IOException {
        for (String beginning : List.of("G", "GET /api/v1/auth/me" + HOST, "GET /api/v1/auth/me" + HOST + "X-Long: ")) {
            try (Drip head = Drip.begin(beginning).drip(beginning.endsWith("\r\n") ? "X: y\r\n" : "x")) {
                assertThat(head.answer().status()).isZero();
            }
        }
    }

    /** The head of a second request on a connection is held to the same. */
    @Test
    void aLaterHeadThatDripsEndsTheConnection() throws IOException {
        try (Drip second =
                Drip.begin("GET /nothing" + HOST + "\r\n" + "GET /nothing HT").drip("x")) {
            RawHttp answer = second.answer();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void aRequestThatComesInPartsIsAnswered() throws Exception {
        String head =
                head("/api/v1/students", "application/json") + "Connection: close\r\nContent-Length: " + LUZ.length();
        try (Drip parts = Drip.begin(head.substring(0, 30))) {
            RawHttp answer = parts.finish(head.substring(30, 60))
                    .finish(head.substring(60) + "\r\n\r\n")
                    .finish(LUZ.substring(0, 20))
                    .finish(LUZ.substring(20))
                    .answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.json().getString("document_number")).isEqualTo("700");
        }
    }

    /** The service of this test has {@link BrowserResourceTest#WORKERS} threads for work. */
    @Test
    void bodiesThatDripHoldNobodyUp() throws Exception {
        List<Drip> drips = new ArrayList<>();
        try {
            for (int i = 0; i < BrowserResourceTest.WORKERS + 2; i++) {
                String body = LUZ.replace("700", "71" + i);
                drips.add(Drip.begin(head("/api/v1/students", "application/json")
                                + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + body.length()
                                + "\r\n\r\n")
                        .awaitContinue());
            }
            assertThat(Api.as(school, "rector").get("/api/v1/students").statusCode())
                    .isEqualTo(200);
            for (int i = 0; i < drips.size(); i++) {
                assertThat(drips.get(i).unanswered()).isTrue();
                RawHttp answer =
                        drips.get(i).finish(LUZ.replace("700", "71" + i)).answer();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            }
        } finally {
            for (Drip drip : drips) {
                drip.close();
            }
        }
    }

    /** Nobody works on it any more, and nothing of it is a fault of ours. */
    @Test
    void aBodyThatBreaksOffLeavesNothingBehind() throws IOException {
        try (Drip body = Drip.begin(head("/api/v1/students", "application/json")
                + "Expect: 100-continue\r\nContent-Length: 5000\r\n\r\n")) {
            body.awaitContinue();
        }
        assertThat(Api.as(school, "rector").get("/api/v1/students").<Integer>path("total"))
                .isZero();
    }

    private String head(String path, String type) {
        return "POST " + path + HOST + "Authorization: Bearer "
                + AuthServer.hs256().of(school.person("rector")) + "\r\nX-School-Id: " + school.id()
                + "\r\nContent-Type: " + type + "\r\n";
    }
}
