package org.athena.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.athena.platform.database.DatabaseUrl;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands between the service and its database and counts round trips, which are what the client sends and then waits for, and parsed statements. It reads the
 * messages (PostgreSQL's protocol 3.0), because packets are cut differently each time. A BEGIN is not waited for: the driver
 * sends it together with the first statement.
 */
public class CountingProxy implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger TURNS = new AtomicInteger();

    private static final AtomicInteger PARSED = new AtomicInteger();

    private TcpProxy proxy;

    /** Round trips so far, on all connections. */
    public static int turns() {
        return TURNS.get();
    }

    /** Statements so far that the server was given as text, on all connections: those that it had not prepared before. */
    public static int parsed() {
        return PARSED.get();
    }

    @Override
    public Map<String, String> start() {
        return before(DatabaseResource.serviceUrl());
    }

    /** Stands before the database that has this address; gives the settings of the service. */
    final Map<String, String> before(String serviceUrl) {
        int port = DatabaseUrl.parse("URL", serviceUrl).port();
        proxy = new TcpProxy(port, Messages::new);
        return DatabaseResource.settings(serviceUrl.replace(":" + port + "/", ":" + proxy.port() + "/"));
    }

    @Override
    public void stop() {
        proxy.cut();
    }

    /** The client's messages; the first ones have no type, only a length and a code. */
    private static class Messages implements TcpProxy.Ear {

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
            } else if (message[0] == 'P'
                    && !text(message).contains("BEGIN")
                    && !text(message).contains("COMMIT")) {
                PARSED.incrementAndGet();
            }
        }

        private static String text(byte[] query) {
            return new String(query, 5, query.length - 5, StandardCharsets.UTF_8);
        }
    }
}
