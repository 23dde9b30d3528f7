package org.athena.testing.process;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP connection on loopback, read and written by hand: a client library takes longer to wake up than the
 * service to answer, and its time would be counted as the service's.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 180_000;

    private final Socket socket;
    private final InputStream in;

    /** @throws IOException also when nobody listens yet */
    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The status of a GET; {@code headers} are whole lines. */
    public int get(String path, String headers) throws IOException {
        return send("GET", path, headers, new byte[0]);
    }

    /** The status of a POST. */
    public int post(String path, String headers, byte[] body) throws IOException {
        return send("POST", path, headers + "Content-Length: " + body.length + "\r\n", body);
    }

    private int send(String method, String path, String headers, byte[] body) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                skipChunks();
                return status;
            }
        }
        in.skipNBytes(length);
        return status;
    }

    /** The headers that are left, then chunks, each with its length in hexadecimal (RFC 9112, section 7.1). */
    private void skipChunks() throws IOException {
        while (!line().isEmpty()) {
            // a header
        }
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            in.skipNBytes(length + 2L);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
