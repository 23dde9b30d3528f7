package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is refused before a route is reached is refused in the same words, and no connection hangs. */
@QuarkusTest
@WithTestResource(Installation.class)
class HttpEdgeResourceTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String END = HOST + "Connection: close\r\n";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String LARGE = "Content-Length: 9000000\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LARGE,
                "Connection: close\r\n" + LARGE,
                "Expect: 100-continue\r\n" + LARGE,
                "Connection: close\r\nExpect: 100-continue\r\n" + LARGE
            })
    void aBodyThatIsAnnouncedTooLargeIsRefusedUnread(String headers) throws IOException {
        RawHttp answer = RawHttp.send("POST /api/v1/students" + HOST + headers + "\r\n");
        assertProblem(answer, 413, "request.too_large");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeAndSentAllTheSameIsRefused() throws IOException {
        RawHttp answer = RawHttp.send("POST /api/v1/students" + HOST + LARGE + "\r\n" + "x".repeat(9_000_000));
        assertProblem(answer, 413, "request.too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", ""})
    void aBodyThatGrowsTooLargeIsRefused(String type) throws IOException {
        String path = type.equals("text/csv") ? "/api/v1/students/import" : "/api/v1/students";
        StringBuilder request = new StringBuilder("POST " + path + HOST)
                .append("Authorization: Bearer ")
                .append(rector())
                .append(type.isEmpty() ? "" : "\r\nContent-Type: " + type)
                .append("\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        RawHttp answer = RawHttp.send(request.append(chunk.repeat(7)).toString());
        assertProblem(answer, 413, "request.too_large");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @Test
    void aBodyOfUnknownLengthIsRead() throws IOException {
        String head = "POST /api/v1/students" + END + "Authorization: Bearer " + rector()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        RawHttp answer = RawHttp.send(head + "2\r\n{\"\r\n9\r\nnickname\"\r\n4\r\n:1}\n\r\n0\r\n\r\n");
        assertProblem(answer, 400, "request.invalid");
        assertThat(answer.json().getString("violations[0].field")).isEqualTo("nickname");
    }

    @Test
    void aBodyThatNobodyReadsEndsTheConnection() throws IOException {
        String request = "POST /api/v1/students" + HOST + "Content-Type: application/json\r\n";
        assertProblem(RawHttp.send(request + "Content-Length: 5000\r\n\r\n{"), 401, "auth.required");
        assertProblem(RawHttp.send(request + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"), 401, "auth.required");
    }

    @Test
    void aRefusalThatLeavesNothingUnreadKeepsTheConnection() throws IOException {
        String refused = "POST /api/v1/students" + HOST + "Content-Length: 2\r\n\r\n{}";
        RawHttp answers = RawHttp.send(refused + refused + "GET /api/v1/nothing" + END + "\r\n");
        assertThat(answers.head()).startsWith("HTTP/1.1 401 ");
        assertThat(answers.body()).containsOnlyOnce("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1 404 ");
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        RawHttp answer = RawHttp.send("GET /api/v1/auth/me" + END + "X-Long: " + "x".repeat(17_000) + "\r\n\r\n");
        assertProblem(answer, 431, "request.headers_too_large");
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws IOException {
        RawHttp answer = RawHttp.send("GET /api/v1/students?q=" + "x".repeat(8_000) + END + "\r\n");
        assertProblem(answer, 414, "request.address_too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/students/%zz", "/api/v1/students?q=%zz", "/api/v1/students?q=a|b", "/%", "/\"<"})
    void anAddressThatCannotBeReadIsRefused(String path) throws IOException {
        assertProblem(RawHttp.send("GET " + path + END + "\r\n"), 400, "request.malformed");
    }

    @Test
    void aRequestThatNamesNoHostIsRefused() throws IOException {
        RawHttp answer = RawHttp.send("GET /api/v1/auth/me HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertProblem(answer, 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/q/nothing", "/api", "/api/v1/nothing", "/api/v2/students", "/%2e%2e/x", "*"})
    void thereIsNothingElsewhere(String path) throws IOException {
        assertProblem(RawHttp.send("GET " + path + END + "\r\n"), 404, "request.not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "TRACE", "BREW"})
    void anotherMethodIsRefused(String method) throws IOException {
        RawHttp answer = RawHttp.send(method + " /api/v1/students" + END + "\r\n");
        assertProblem(answer, 405, "request.method");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/auth/me | GET, HEAD, OPTIONS, PATCH",
                "/api/v1/schools/me/settings | OPTIONS, PATCH",
                "/api/v1/admin/users/" + NOBODY + "/memberships/" + NOBODY + " | DELETE, GET, HEAD, OPTIONS, PATCH"
            })
    void aRefusedMethodIsAnsweredWithThoseThatAreTaken(String path, String methods) throws IOException {
        RawHttp answer = RawHttp.send("PUT " + path + END + "\r\n");
        assertProblem(answer, 405, "request.method");
        assertThat(answer.header("Allow")).isEqualTo(methods);
    }

    @Test
    void anotherMediaTypeIsRefused() throws IOException {
        RawHttp answer = RawHttp.send("POST /api/v1/students" + END + "Authorization: Bearer " + rector()
                + "\r\nContent-Type: application/xml\r\nContent-Length: 4\r\n\r\n<a/>");
        assertProblem(answer, 415, "request.media_type");
    }

    @Test
    void theCallersRequestIdIsTakenOver() throws IOException {
        RawHttp taken = RawHttp.send("GET /%zz" + END + "X-Request-Id: from-the-proxy.7\r\n\r\n");
        assertThat(taken.json().getString("request_id")).isEqualTo("from-the-proxy.7");
        RawHttp other = RawHttp.send("GET /%zz" + END + "X-Request-Id: <b>\r\n\r\n");
        assertProblem(other, 400, "request.malformed");
        assertThat(other.body()).doesNotContain("<b>");
    }

    /** The server knows no request yet, only bytes: it has a status for them and no body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 no http at all\r\n\r\n",
                "400 GET /api/v1/auth/me" + END + "Content-Length: -5\r\n\r\n",
                "400 POST /api/v1/students" + END + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nx"
            })
    void whatIsNoRequestIsEndedWithABareStatus(String expected) throws IOException {
        assertBare(RawHttp.send(expected.substring(4)), Integer.parseInt(expected.substring(0, 3)));
    }

    @Test
    void whatIsLargerThanTheServerReadsIsEndedWithABareStatus() throws IOException {
        String endless = "x".repeat(200_000);
        assertBare(RawHttp.send("GET /api/v1/auth/me" + END + "X-Long: " + endless), 431);
        assertBare(RawHttp.send("GET /" + endless), 414);
    }

    /** Nobody is let in by name, so nobody's preflight can succeed; the log says why. */
    @Test
    void aPreflightWithoutAnyOriginIsExplainedInTheLog() throws IOException {
        String origin = "https://" + UUID.randomUUID() + ".example.org";
        RawHttp.send("OPTIONS /api/v1/students" + END + "Origin: " + origin
                + "\r\nAccess-Control-Request-Method: GET\r\n\r\n");
        assertThat(Files.readString(Path.of("target/log/suite.log")))
                .contains("a preflight is refused: " + origin + " is not one of ATHENA_CORS_ORIGINS");
    }

    @Test
    void http2WithoutTlsIsNotOffered() throws Exception {
        HttpResponse<String> answer = Http2.upgraded("/nothing");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertBare(RawHttp.send(Http2.PREFACE), 400);
    }

    private static String rector() {
        return AuthServer.hs256().of(Schools.create().first().person("rector"));
    }

    private static void assertBare(RawHttp answer, int status) {
        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    private static void assertProblem(RawHttp answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Vary")).isEqualTo("Authorization, X-School-Id");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("type")).isEqualTo("https://athena-erp.org/problems/" + code);
        assertThat(answer.json().getString("title")).isNotBlank();
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(answer.json().getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
    }
}
