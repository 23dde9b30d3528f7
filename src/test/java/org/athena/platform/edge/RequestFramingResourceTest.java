package org.athena.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.athena.testing.Installation;
import org.athena.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Where a request ends and for whom it is must be beyond doubt (RFC 9112): a proxy that reads the same bytes otherwise would let
 * one caller's body be taken for another caller's request. Each doubtful request is refused, the connection ends, and the request
 * behind it is never answered.
 */
@QuarkusTest
@WithTestResource(Installation.class)
class RequestFramingResourceTest {

    /** What a smuggler hides behind the doubtful request; answered, it would end the connection. */
    private static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final String POST = "POST /api/v1/students HTTP/1.1\r\nHost: localhost\r\n";
    private static final String GET = "GET /api/v1/students HTTP/1.1\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String NO_CHUNK = "\r\n0\r\n\r\n";

    /**
     * A request and what it is refused with.
     *
     * @param name for the report
     * @param status one or several that will do; 0 is an end without an answer
     * @param request all of it
     */
    record Doubtful(String name, List<Integer> status, String request) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Doubtful> doubtful() {
        return Stream.of(lengths(), codings(), chunks(), lines(), hosts(), targets())
                .flatMap(cases -> cases);
    }

    private static Stream<Doubtful> lengths() {
        return Stream.concat(
                Stream.of("+2", "-2", "0x2", "2.0", "2,2", "2, 2", "2 2", "2;", "", " ", "two", "99999999999999999999")
                        .map(length ->
                                refused("length '" + length + "'", POST + "Content-Length: " + length + "\r\n\r\n{}")),
                Stream.of(
                        refused("the same length twice", POST + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
                        refused("two lengths", POST + "Content-Length: 2\r\nContent-Length: 0\r\n\r\n{}"),
                        refused("length and coding", POST + "Content-Length: 5\r\n" + CHUNKED + NO_CHUNK),
                        refused("coding and length", POST + CHUNKED + "Content-Length: 5\r\n" + NO_CHUNK),
                        refused("coding and length 0", POST + CHUNKED + "Content-Length: 0\r\n" + NO_CHUNK)));
    }

    private static Stream<Doubtful> codings() {
        return Stream.concat(
                Stream.of(
                                "identity",
                                "xchunked",
                                "chunkedx",
                                "chunked, identity",
                                "identity, chunked",
                                "gzip, chunked",
                                "chunked, chunked",
                                "gzip",
                                "",
                                ",",
                                "chunked;q=1",
                                "\"chunked\"",
                                "chunked,",
                                "chunked chunked",
                                "\u000bchunked")
                        .map(coding -> refused(
                                "coding '" + coding + "'", POST + "Transfer-Encoding: " + coding + "\r\n" + NO_CHUNK)),
                Stream.of(
                        refused("coding twice", POST + CHUNKED + CHUNKED + NO_CHUNK),
                        refused("coding and identity", POST + CHUNKED + "Transfer-Encoding: identity\r\n" + NO_CHUNK),
                        refused("identity and coding", POST + "Transfer-Encoding: identity\r\n" + CHUNKED + NO_CHUNK),
                        refused(
                                "coding of HTTP/1.0",
                                "POST /api/v1/students HTTP/1.0\r\nConnection: keep-alive\r\n" + CHUNKED + NO_CHUNK),
                        refused("blank before the colon", POST + "Transfer-Encoding : chunked\r\n" + NO_CHUNK),
                        refused(
                                "the keys of an old WebSocket",
                                GET + "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n"
                                        + "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\n")));
    }

    /** The head is without a fault and may have been answered before the fault came. */
    private static Stream<Doubtful> chunks() {
        return Stream.of(
                        "x\r\n{\r\n0\r\n\r\n",
                        "0x1\r\n{\r\n0\r\n\r\n",
                        "+1\r\n{\r\n0\r\n\r\n",
                        "-1\r\n{\r\n0\r\n\r\n",
                        "1 1\r\n{\r\n0\r\n\r\n",
                        "\r\n{\r\n0\r\n\r\n",
                        "FFFFFFFFFFFFFFFF1\r\n{\r\n0\r\n\r\n",
                        "1\n{\r\n0\r\n\r\n",
                        "1\r{\r\n0\r\n\r\n",
                        "1;a\nb\r\n{\r\n0\r\n\r\n",
                        "1\r\n{0\r\n\r\n",
                        "1\r\n{}\r\n0\r\n\r\n",
                        "1\r\n{\n0\r\n\r\n",
                        "0\r\nno colon\r\n\r\n",
                        "0\r\nA: b\n\r\n")
                .map(chunks -> new Doubtful(
                        "chunks " + visible(chunks), List.of(0, 400, 401), POST + CHUNKED + "\r\n" + chunks));
    }

    private static Stream<Doubtful> lines() {
        return Stream.of(
                        "X-A: b\r\n c",
                        "X-A: b\r\n\tc",
                        "X-A:\r\n b",
                        "Transfer-Encoding:\r\n chunked",
                        "X-A: b\r\n ",
                        "X-A: b\rc",
                        "X-A: b\r\rc",
                        "X-A: b\rTransfer-Encoding: chunked",
                        "X-A: b\nX-B: c",
                        "X-A: b\nTransfer-Encoding: chunked",
                        "X-A: \u0000",
                        "X-A: b\u0000c",
                        "X-A: b\u0001c",
                        "X-A: b\u000bc",
                        "X-A: b\u007fc",
                        "X-A : b",
                        "X-A\t: b",
                        "X A: b",
                        "X-\u0000A: b",
                        "X-A\u00e9: b",
                        "X(A): b",
                        ": b",
                        "X-A")
                .flatMap(line -> Stream.of(
                        refused("line " + visible(line), GET + "Host: localhost\r\n" + line + "\r\n\r\n"),
                        refused("first line " + visible(line), GET + line + "\r\nHost: localhost\r\n\r\n")));
    }

    private static Stream<Doubtful> hosts() {
        return Stream.concat(
                Stream.of(
                                "",
                                " ",
                                "a, b",
                                "localhost, localhost",
                                "a b",
                                "a/b",
                                "a?b",
                                "a#b",
                                "somebody@a",
                                "a:x",
                                "a:99999",
                                "a:-1",
                                "a:80:80",
                                ":80",
                                "[::1",
                                "::1",
                                "[::1]x",
                                "[zz::1]",
                                "<a>",
                                "a\\b",
                                "a%zz",
                                "http://a",
                                "a\u00e9",
                                "a..b",
                                ".")
                        .map(host -> refused("host '" + host + "'", GET + "Host: " + host + "\r\n\r\n")),
                Stream.of(
                        refused("no host", GET + "\r\n"),
                        refused("the same host twice", GET + "Host: localhost\r\nHost: localhost\r\n\r\n"),
                        refused("two hosts", GET + "Host: localhost\r\nHost: evil.example.org\r\n\r\n"),
                        refused("two hosts apart", GET + "Host: localhost\r\nAccept: */*\r\nhost: localhost\r\n\r\n"),
                        refused(
                                "two hosts of HTTP/1.0",
                                "GET /api/v1/students HTTP/1.0\r\nConnection: keep-alive\r\nHost: a\r\nHost: b\r\n\r\n")));
    }

    private static Stream<Doubtful> targets() {
        String host = "\r\nHost: localhost\r\n\r\n";
        return Stream.concat(
                Stream.of(
                                "GET http://evil.example.org/api/v1/students HTTP/1.1",
                                "GET http://localhost:81/api/v1/students HTTP/1.1",
                                "GET http://somebody@localhost/api/v1/students HTTP/1.1",
                                "GET ftp://localhost/api/v1/students HTTP/1.1",
                                "GET http:///api/v1/students HTTP/1.1",
                                "GET  /api/v1/students HTTP/1.1",
                                "GET\t/api/v1/students HTTP/1.1",
                                "GET /api/v1/students\tHTTP/1.1",
                                "GET /a\rb HTTP/1.1",
                                "GET /a\u0000b HTTP/1.1",
                                "GET /a\u000bHTTP/1.1",
                                "GET /a b HTTP/1.1",
                                "GET  HTTP/1.1",
                                "GET /api/v1/students",
                                "GET /api/v1/students HTTP/1.1 ",
                                "CONNECT /api/v1/students HTTP/1.1",
                                "G\u0000T / HTTP/1.1",
                                "GE(T / HTTP/1.1")
                        .map(line -> refused(visible(line), line + host)),
                Stream.concat(
                        Stream.of(
                                        "HTTP/2.0",
                                        "HTTP/1.2",
                                        "HTTP/1.10",
                                        "HTTP/0.9",
                                        "http/1.1",
                                        "HTTP/11",
                                        "ICAP/1.0",
                                        "HTTP/1.1x")
                                .map(version -> new Doubtful(
                                        version, List.of(400, 501, 505), "GET /api/v1/students " + version + host)),
                        Stream.concat(
                                Stream.of(
                                                "GET http:evil.example.org/api/v1/students",
                                                "GET api/v1/students",
                                                "CONNECT localhost:443")
                                        .map(line -> new Doubtful(line, List.of(400, 404), line + " HTTP/1.1" + host)),
                                Stream.of(new Doubtful(
                                        "TRACE", List.of(405), "TRACE /api/v1/students HTTP/1.1" + host)))));
    }

    private static Doubtful refused(String name, String request) {
        return new Doubtful(name, List.of(400), request);
    }

    private static String visible(String text) {
        return text.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\u0000", "\\0")
                .replaceAll("\\p{Cntrl}", "\\\\c");
    }

    /** {@link RawHttp} reads until the connection ends, and fails when it does not. */
    @ParameterizedTest
    @MethodSource("doubtful")
    void isRefusedAndNothingBehindItIsAnswered(Doubtful doubtful) throws IOException {
        RawHttp answer = RawHttp.send(doubtful.request() + SECOND);
        assertThat(answer.status()).as("%s: %s", doubtful, answer).isIn(doubtful.status());
        assertThat(answer.body()).doesNotContain("HTTP/1.1").doesNotContain("smuggled");
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void isRefusedInItsTurn(Doubtful doubtful) throws IOException {
        String first = "GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n";
        RawHttp answers = RawHttp.send(first + doubtful.request() + SECOND);
        // A chunk that cannot be read ends the connection at once, whatever is still to be answered.
        assertThat(answers.status())
                .as("%s: %s", doubtful, answers)
                .isIn(404, doubtful.status().contains(0) ? 0 : 404);
        assertThat(answers.body()).doesNotContain("smuggled");
        assertThat(answers.body().split("HTTP/1.1 ", -1)).hasSizeLessThanOrEqualTo(2);
    }

    static Stream<String> sound() {
        String answered = "Host: localhost\r\n\r\n";
        return Stream.of(
                POST + "Content-Length: 2\r\n\r\n{}",
                POST + "Content-Length:\t 2 \t\r\n\r\n{}",
                POST + "content-length: 0\r\n\r\n",
                POST + "Transfer-Encoding: Chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\nA: b\r\n\r\n",
                GET + "Host: LOCALHOST:8080\r\nX-A:\r\nX-B: \u00e9 b\tc\r\n\r\n",
                GET + "Host: [::1]:80\r\n\r\n",
                GET + "Host: 127.0.0.1:\r\n\r\n",
                "\r\n\r\n" + GET + "Host: localhost\r\n\r\n",
                GET + "Host: a_b.example-1.org.\r\n\r\n",
                "GET http://localhost/api/v1/students HTTP/1.1\r\n" + answered,
                "GET HTTP://LocalHost:80/api/v1/students HTTP/1.1\r\n" + answered,
                "GET /api/v1/students HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }

    /** The rule shuts out nothing else: these are answered, and so is what follows. */
    @ParameterizedTest
    @MethodSource("sound")
    void whatIsBeyondDoubtIsAnsweredAndTheConnectionGoesOn(String request) throws IOException {
        RawHttp answers = RawHttp.send(request + SECOND);
        assertThat(answers.status()).as(answers.toString()).isEqualTo(401);
        assertThat(answers.body()).containsOnlyOnce("HTTP/1.1 404 ").contains("\"/smuggled\"");
    }
}
