package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Where HTTP/2 without TLS is asked for it is spoken, and HTTP/1.1 beside it is read as strictly as ever. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(BrowserResourceTest.TwoOrigins.class)
class ClearTextHttp2ResourceTest {

    private static final int LIMIT = 256 * 1024;

    @Test
    void itIsSpokenByPriorKnowledgeAndAfterAnUpgrade() throws Exception {
        assertThat(Http2.spokenAtOnce()).isTrue();
        HttpResponse<String> answer = Http2.upgraded("/nothing");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"/nothing\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "PRI / HTTP/1.1\r\nHost: a, b\r\n\r\n",
                "P\r\n\r\n"
            })
    void aRequestInDoubtIsRefusedBesideIt(String doubtful) throws IOException {
        RawHttp answer =
                RawHttp.send(doubtful + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("HTTP/1.1").doesNotContain("smuggled");
    }

    /** HTTP/2 needs no header to say that there is a body. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", ""})
    void jsonWithoutALengthIsRefusedOverHttp2(String type) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        String token = AuthServer.hs256().of(Schools.create().first().person("rector"));
        URI address = URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/students");
        HttpRequest.Builder first = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
        HttpResponse<String> list = client.send(first.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(list.version()).isEqualTo(HttpClient.Version.HTTP_2);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(LIMIT + 1).getBytes(StandardCharsets.US_ASCII)));
        HttpRequest.Builder second = type.isEmpty() ? first : first.header("Content-Type", type);
        HttpResponse<String> answer = client.send(second.POST(body).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(JsonPath.from(answer.body()).getString("detail")).isEqualTo("The body is larger than 256 KiB.");
    }
}
