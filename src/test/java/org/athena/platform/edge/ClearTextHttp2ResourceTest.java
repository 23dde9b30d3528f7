package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Where HTTP/2 without TLS is asked for it is spoken, and HTTP/1.1 beside it is read as strictly as ever. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(BrowserResourceTest.TwoOrigins.class)
class ClearTextHttp2ResourceTest {

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
}
