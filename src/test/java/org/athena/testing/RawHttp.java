package org.athena.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/**
 * An answer to a request that was written by hand: a client library would not send it.
 *
 * @param head status line and headers
 * @param body everything after them, until the service closed the connection
 */
public record RawHttp(String head, String body) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends it as it is, and reads until the service closes the connection: that it does is part of the answer. */
    public static RawHttp send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException refusedEarlier) {
                // The answer may be there all the same.
            }
            return read(socket);
        }
    }

    /** Reads until the service closes the connection, also where it does so with a reset because the client still sends. */
    static RawHttp read(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketException reset) {
            // What came before it is the answer.
        }
        String answer = bytes.toString(StandardCharsets.UTF_8);
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? new RawHttp("", answer) : new RawHttp(answer.substring(0, end), answer.substring(end + 4));
    }

    /** 0 when the connection ended without an answer. */
    public int status() {
        return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
    }

    /** The first header of that name, or null. */
    public String header(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse(null);
    }

    public JsonPath json() {
        return JsonPath.from(body);
    }
}
