package org.athena.platform.edge;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;

/** The two ways into HTTP/2 without TLS (RFC 9113, section 3). */
final class Http2 {

    /** What a client begins with that knows the server: the preface and an empty SETTINGS frame. */
    static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\u0004\0\0\0\0\0";

    private static final int SETTINGS = 4;
    private static final int FRAME_TYPE = 3;
    private static final int PATIENCE_MILLIS = 20_000;

    private Http2() {}

    /** Asks by HTTP/1.1 whether the server would go on in HTTP/2; the answer's version says whether it did. */
    static HttpResponse<String> upgraded(String path) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI address = URI.create("http://127.0.0.1:" + RestAssured.port + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether the server answers the preface with its own settings. */
    static boolean spokenAtOnce() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.ISO_8859_1));
            byte[] frame = socket.getInputStream().readNBytes(FRAME_TYPE + 1);
            return frame.length == FRAME_TYPE + 1 && frame[FRAME_TYPE] == SETTINGS;
        }
    }
}
