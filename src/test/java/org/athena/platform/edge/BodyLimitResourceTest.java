package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A small request must not fill the memory of an instance, whatever its bytes say. */
@QuarkusTest
@WithTestResource(Installation.class)
class BodyLimitResourceTest {

    private static final String STUDENTS = "/api/v1/students";
    private static final int LIMIT = 256 * 1024;
    private static final String DETAIL = "The body is larger than 256 KiB.";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/students",
        "PATCH, /api/v1/students/00000000-0000-4000-8000-000000000000",
        "PATCH, /api/v1/schools/me/settings",
        "POST, /api/v1/schools/me/years"
    })
    void jsonThatIsAnnouncedTooLargeIsRefusedUnread(String method, String path) throws IOException {
        RawHttp answer = RawHttp.send(head(method, path, "rector") + "Content-Length: " + (LIMIT + 1) + "\r\n\r\n");
        assertTooLarge(answer);
    }

    @Test
    void jsonThatGrowsTooLargeIsRefused() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        assertTooLarge(RawHttp.send(head("POST", STUDENTS, "rector") + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(4) + "1\r\n{\r\n0\r\n\r\n"));
    }

    @Test
    void aBodyAsLargeAsAllowedIsRead() throws IOException {
        String body = "{\"nickname\":1" + " ".repeat(LIMIT - 14) + "}";
        RawHttp announced = send("POST", STUDENTS, body);
        assertThat(announced.json().getString("violations[0].field")).isEqualTo("nickname");
        RawHttp chunked = RawHttp.send(head("POST", STUDENTS, "rector") + "Connection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LIMIT) + "\r\n" + body + "\r\n0\r\n\r\n");
        assertThat(chunked.json().getString("violations[0].field")).isEqualTo("nickname");
    }

    /** Nothing of it is sent, so an answer shows that nothing of it was waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 300000", "Transfer-Encoding: chunked"})
    void aBodyThatNobodyMaySendIsNotRead(String length) throws IOException {
        RawHttp nobody = RawHttp.send("POST " + STUDENTS + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\n" + length + "\r\n\r\n");
        assertThat(nobody.status()).isEqualTo(401);
        RawHttp teacher = RawHttp.send(head("POST", STUDENTS, "teacher") + length + "\r\n\r\n");
        assertThat(teacher.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void arraysInArraysAreRefused(String method) throws IOException {
        assertThat(send(method, path(method), "[".repeat(200_000)).status()).isEqualTo(400);
        assertRefused(send(
                method, path(method), "{\"extra_data\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}"));
        assertRefused(send(method, path(method), "{\"a\":".repeat(40_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void moreValuesThanAnybodyMeansAreRefused(String method) throws IOException {
        String many = "{},".repeat(80_000) + "{}";
        assertRefused(send(method, path(method), "{\"extra_data\":{\"a\":[" + many + "]}}"));
        assertRefused(send(method, path(method), "{\"extra_data\":{\"a\":[" + many.replace("{}", "1") + "]}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void aNumberAndANameWithoutEndAreRefused(String method) throws IOException {
        assertRefused(send(method, path(method), "{\"extra_data\":{\"a\":" + "9".repeat(5_000) + "}}"));
        assertRefused(send(method, path(method), "{\"extra_data\":{\"" + "n".repeat(5_000) + "\":1}}"));
    }

    @Test
    void membersWithoutEndAreRefused() throws IOException {
        StringBuilder members = new StringBuilder("\"m\":1");
        for (int i = 0; members.length() < LIMIT - 100; i++) {
            members.append(",\"").append(Integer.toString(i, 36)).append("\":1");
        }
        RawHttp answer = send("PATCH", "/api/v1/schools/me/settings", "{\"simat_settings\":{" + members + "}}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void whatCallersMakeUpMayHoldLists() throws IOException {
        RawHttp answer = send(
                "POST",
                STUDENTS,
                "{\"document_type\":\"TI\",\"document_number\":\"7\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\","
                        + "\"extra_data\":{\"a\":[[1],{\"b\":[" + "2,".repeat(2_000) + "2]}]}}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().getList("extra_data.a[1].b")).hasSize(2_001);
    }

    /** What is wrong with each of them would be many times what was sent. */
    @Test
    void aListWithoutEndIsRefusedInFewWords() throws IOException {
        RawHttp answer =
                send("POST", STUDENTS, "{\"document_type\":\"TI\",\"guardians\":[" + "{},".repeat(20_000) + "{}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getList("violations.field")).containsExactly("guardians");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, application/json, /api/v1/students",
        "'gzip, gzip', application/json, /api/v1/students",
        "deflate, application/json, /api/v1/students",
        "GZIP, text/csv, /api/v1/students/import"
    })
    void aBodyInAnotherCodingIsRefused(String coding, String type, String path) throws IOException {
        RawHttp answer = RawHttp.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token("rector") + "\r\nContent-Type: " + type
                + "\r\nContent-Encoding: " + coding + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(answer.json().getString("code")).isEqualTo("request.media_type");
        assertThat(answer.json().getString("violations[0].field")).isEqualTo("Content-Encoding");
    }

    @Test
    void aBodyInNoCodingIsRead() throws IOException {
        RawHttp answer = RawHttp.send(head("POST", STUDENTS, "rector")
                + "Connection: close\r\nContent-Encoding: identity\r\nContent-Length: 14\r\n\r\n{\"nickname\":1}");
        assertThat(answer.json().getString("violations[0].field")).isEqualTo("nickname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b,", "*/*;q=0.1,", "application/json;a=b,", "x", ";,", "application/json;q=0.001,"})
    void anAcceptHeaderWithoutEndIsAnswered(String part) throws IOException {
        RawHttp answer = RawHttp.send(head("GET", STUDENTS, "rector") + "Connection: close\r\nAccept: "
                + part.repeat(14_000 / part.length()) + "\r\n\r\n");
        assertThat(answer.status()).as(answer.head()).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&", "q=a&", "page=1&", "%41=&", ";a=b"})
    void parametersWithoutEndAreRefused(String part) throws IOException {
        RawHttp answer = RawHttp.send(head("GET", STUDENTS + "?" + part.repeat(7_900 / part.length()), "rector")
                + "Connection: close\r\n\r\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    private static String path(String method) {
        return method.equals("POST") ? STUDENTS : "/api/v1/schools/me/settings";
    }

    private RawHttp send(String method, String path, String body) throws IOException {
        return RawHttp.send(head(method, path, "rector") + "Connection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private String head(String method, String path, String role) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token(role)
                + "\r\nContent-Type: application/json\r\n";
    }

    private String token(String role) {
        return AuthServer.hs256().of(school.person(role));
    }

    private static void assertTooLarge(RawHttp answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.json().getString("code")).isEqualTo("request.too_large");
        assertThat(answer.json().getString("detail")).isEqualTo(DETAIL);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    private static void assertRefused(RawHttp answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("request.malformed");
        assertThat(answer.json().getString("detail"))
                .isEqualTo(
                        "The body is nested too deeply, has too many values, or has a name or number that is too long.");
    }
}
