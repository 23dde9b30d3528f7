package org.athena.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Drip;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** However much one user, or one school, asks for at once, the others are served. */
@QuarkusTest
@WithTestResource(Installation.class)
class OneUserResourceTest {

    private static final int AT_ONCE = 20;
    private static final int CONNECTIONS_OF_A_SCHOOL = 3;

    private static final String ALMOST_A_FILE = "x".repeat(5_000_000);

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    private static Response list(Schools.School school, String role) {
        return Api.as(school, role).get("/api/v1/students");
    }

    @Test
    void aSchoolLeavesConnectionsToTheOthers() throws Exception {
        List<CompletableFuture<Response>> changes = new ArrayList<>();
        try (HeldRow held = HeldRow.by(
                "select 1 from athena.school_settings where school_id = ? for update",
                schools.first().id())) {
            for (int i = 0; i < 8; i++) {
                changes.add(CompletableFuture.supplyAsync(this::change, work -> new Thread(work).start()));
            }
            await().atMost(30, TimeUnit.SECONDS).until(() -> HeldRow.waiting() >= CONNECTIONS_OF_A_SCHOOL);
            for (int i = 0; i < 20; i++) {
                assertThat(list(schools.second(), "rector").statusCode()).isEqualTo(200);
                assertThat(HeldRow.waiting()).isEqualTo(CONNECTIONS_OF_A_SCHOOL);
            }
        }
        for (CompletableFuture<Response> change : changes) {
            assertServedOrToldToWait(change.get());
        }
    }

    /** How long the row was held depends on the machine: whoever waited too long for the school's own requests is told so. */
    private static void assertServedOrToldToWait(Response change) {
        assertThat(change.statusCode()).as(change.asString()).isIn(200, 409, 503);
        if (change.statusCode() == 503) {
            assertThat(change.header("Retry-After")).isNotNull();
            assertThat(change.<String>path("detail"))
                    .isEqualTo("Other requests of this school keep the database busy. Try again shortly.");
        }
    }

    private Response change() {
        return Api.as(schools.first(), "rector")
                .body("{\"pei_summary\":\"" + UUID.randomUUID() + "\"}")
                .patch("/api/v1/schools/me/settings");
    }

    /** Each holds a thread, and the memory for its body. */
    @Test
    void aUserHasSoManyRequestsAtOnceAndNoMore() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            // One more than there may be: the first look below may take the place of one of them.
            for (int i = 0; i <= AT_ONCE; i++) {
                slow.add(slowBody(schools.first().person("rector")));
            }
            await().atMost(25, TimeUnit.SECONDS)
                    .until(() -> list(schools.first(), "rector").statusCode() == 429);
            Response refused = list(schools.first(), "rector");
            assertThat(refused.<String>path("code")).isEqualTo("request.rate_limited");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(list(schools.first(), "secretary").statusCode()).isEqualTo(200);
            assertThat(list(schools.second(), "rector").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> list(schools.first(), "rector").statusCode() == 200);
    }

    /** A file is kept in memory while it arrives: twenty files of one user would be the memory of the instance. */
    @Test
    void aUserHasSoManyBytesInArrivalAndNoMore() throws Exception {
        try (Drip first = file().awaitContinue().finish(ALMOST_A_FILE);
                Drip second = file().awaitContinue().finish(ALMOST_A_FILE)) {
            RawHttp refused = second.answer();
            assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
            assertThat(refused.json().getString("code")).isEqualTo("request.rate_limited");
            assertThat(refused.json().getString("detail"))
                    .isEqualTo("You are sending too much at once. Wait until one of your requests has been answered.");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(list(schools.first(), "rector").statusCode()).isEqualTo(200);
            assertThat(first.finish("\n").answer().status()).isEqualTo(400);
        }
        // What was broken off no longer counts.
        await().atMost(30, TimeUnit.SECONDS).pollInterval(5, TimeUnit.SECONDS).until(() -> statusOfAFile() == 400);
    }

    private int statusOfAFile() throws Exception {
        try (Drip whole = file().awaitContinue().finish(ALMOST_A_FILE + "\n")) {
            return whole.answer().status();
        }
    }

    private Drip file() throws IOException {
        return Drip.begin("POST /api/v1/students/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Authorization: Bearer "
                + AuthServer.hs256().of(schools.first().person("rector"))
                + "\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: " + (ALMOST_A_FILE.length() + 1)
                + "\r\n\r\n");
    }

    /** What was answered, refused or broken off is no longer at work. */
    @Test
    void requestsThatAreOverDoNotCount() throws Exception {
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            assertThat(list(schools.first(), "rector").statusCode()).isEqualTo(200);
            assertThat(list(schools.first(), "acudiente").statusCode()).isEqualTo(200);
            assertThat(Api.as(schools.first(), "rector")
                            .body("{\"nickname\":1}")
                            .post("/api/v1/students")
                            .statusCode())
                    .isEqualTo(400);
            slowBody(schools.first().person("rector")).close();
        }
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> list(schools.first(), "rector").statusCode() == 200);
    }

    private static Socket slowBody(UUID user) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write(("POST /api/v1/students HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + AuthServer.hs256().of(user)
                                + "\r\nContent-Length: 100\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
