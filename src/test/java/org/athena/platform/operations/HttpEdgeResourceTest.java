package org.athena.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** What is refused before a route is reached is refused in the same words. Spoken by hand: a client library would not send it. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class HttpEdgeResourceTest {

    private static final String END = "\r\nHost: localhost\r\nConnection: close\r\n";

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedUnread() throws IOException {
        String answer = send("POST /api/v1/students HTTP/1.1" + END + "Content-Length: 9000000\r\n\r\n");
        problem(answer, 413, "request.too_large");
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefused() throws IOException {
        StringBuilder request = new StringBuilder("POST /api/v1/students HTTP/1.1" + END)
                .append("Authorization: Bearer ")
                .append(AuthServer.hs256().of(Schools.create().first().person("rector")))
                .append("\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = " ".repeat(0x100000);
        for (int i = 0; i < 7; i++) {
            request.append("100000\r\n").append(chunk).append("\r\n");
        }
        problem(send(request.append("0\r\n\r\n").toString()), 413, "request.too_large");
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        String answer = send("GET /api/v1/auth/me HTTP/1.1" + END + "X-Long: " + "x".repeat(17_000) + "\r\n\r\n");
        problem(answer, 431, "request.headers_too_large");
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        String answer = send("GET /api/v1/auth/me HTTP/1.1" + END + "X-Long: " + "x".repeat(200_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void whatIsNoHttpIsRefused() throws IOException {
        assertThat(send("GET /api/v1/auth/me HTTP/1.1" + END + "no colon\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(send("GET /api/v1/auth/me HTTP/1.1" + END + "Content-Length: -5\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void pathsThatCannotBeReadAreRefused() throws IOException {
        problem(send("GET /api/v1/students/%zz HTTP/1.1" + END + "\r\n"), 400, "request.malformed");
        problem(send("GET /api/v1/students?q=%zz HTTP/1.1" + END + "\r\n"), 400, "request.malformed");
    }

    @Test
    void thereIsNothingElsewhere() throws IOException {
        for (String path :
                new String[] {"/nothing", "/q/nothing", "/api/v1/nothing", "/api/v2/students", "/%2e%2e/x"}) {
            problem(send("GET " + path + " HTTP/1.1" + END + "\r\n"), 404, "request.not_found");
        }
    }

    private static void problem(String answer, int status, String code) {
        System.out.println("RAW " + answer.replaceAll("(?s)\\s+", " "));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase();
        assertThat(head)
                .contains("content-type: application/problem+json", "x-request-id: ", "cache-control: no-store");
        JsonPath body = JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(head).contains("x-request-id: " + body.getString("request_id"));
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException refusedEarlier) {
                // the answer may be there all the same
            }
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
