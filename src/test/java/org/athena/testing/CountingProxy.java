package org.athena.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.athena.platform.database.DatabaseUrl;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands between the service and its database and counts round trips: what the client sends and then waits for. It reads the
 * messages (PostgreSQL's protocol 3.0), because packets are cut differently each time. A BEGIN is not waited for: the driver
 * sends it together with the first statement.
 */
public class CountingProxy implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger TURNS = new AtomicInteger();

    private ServerSocket listener;

    /** Round trips so far, on all connections. */
    public static int turns() {
        return TURNS.get();
    }

    @Override
    public Map<String, String> start() {
        String url = DatabaseResource.serviceUrl();
        int port = DatabaseUrl.parse("URL", url).port();
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        daemon(() -> accept(port));
        return Map.of(
                "DATABASE_URL",
                url.replace(":" + port + "/", ":" + listener.getLocalPort() + "/"),
                "quarkus.http.host",
                "127.0.0.1");
    }

    @Override
    public void stop() {
        close(listener);
    }

    private void accept(int port) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                daemon(() -> pump(client, server, new Messages()));
                daemon(() -> pump(server, client, (bytes, length) -> {}));
            } catch (IOException e) {
                // The listener was closed, or the database ended: the service is told by the closed connection.
            }
        }
    }

    private static void pump(Socket from, Socket to, Listener listener) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                listener.heard(buffer, length);
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // One side has gone; try-with-resources tells the other.
        }
    }

    private interface Listener {
        void heard(byte[] bytes, int length);
    }

    /** The client's messages; the first ones have no type, only a length and a code. */
    private static class Messages implements Listener {

        private static final int START_UP = 196_608;
        private ByteBuffer pending = ByteBuffer.allocate(0);
        private boolean started;

        @Override
        public void heard(byte[] bytes, int length) {
            pending = ByteBuffer.allocate(pending.remaining() + length)
                    .put(pending)
                    .put(bytes, 0, length)
                    .flip();
            int head = started ? 1 : 0;
            while (pending.remaining() >= 5 + head
                    && pending.remaining() >= head + pending.getInt(pending.position() + head)) {
                byte[] message = new byte[head + pending.getInt(pending.position() + head)];
                pending.get(message);
                read(message);
                head = started ? 1 : 0;
            }
        }

        private void read(byte[] message) {
            if (!started) {
                started = ByteBuffer.wrap(message).getInt(4) == START_UP;
            } else if (message[0] == 'S' || message[0] == 'Q' && !text(message).startsWith("BEGIN")) {
                TURNS.incrementAndGet();
            }
        }

        private static String text(byte[] query) {
            return new String(query, 5, query.length - 5, StandardCharsets.UTF_8);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
