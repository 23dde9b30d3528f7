package org.athena.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.athena.testing.RawWorkbook;
import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;

/**
 * A secretary who sends the worst that fits into a request, in four loops at once, until told to stop. What is answered is counted
 * by its status.
 */
final class WorstBodies implements AutoCloseable {

    private static final String STUDENTS = "/api/v1/students";
    private static final String IMPORT = STUDENTS + "/import";
    private static final String HEADER = "document_type,document_number,first_name,last_name\n";
    private static final int ROWS = 10_000;
    private static final int FIVE_MEGABYTES = 5_000_000;
    private static final int SLOW_BODIES = 15;

    private final ExecutorService loops = Executors.newFixedThreadPool(4);
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger(10_000_000);
    private final List<byte[]> workbooks = workbooks();
    private final int port;
    private final String headers;
    private volatile boolean stopped;

    WorstBodies(int port, Sample sample) {
        this.port = port;
        this.headers = sample.headers() + "Connection: close\r\n";
    }

    WorstBodies start() {
        loop(this::json);
        loop(this::files);
        loop(this::brokenFiles);
        loop(this::slowBodies);
        return this;
    }

    private void loop(Runnable round) {
        loops.execute(() -> {
            while (!stopped) {
                round.run();
            }
        });
    }

    /** Small texts that become many objects, or a message for each of their parts. */
    private void json() {
        post(STUDENTS, "application/json", "{\"extra_data\":{\"a\":[" + "{},".repeat(1_900_000) + "{}]}}");
        post(STUDENTS, "application/json", "[".repeat(200_000));
        post(STUDENTS, "application/json", "{\"extra_data\":{\"a\":[" + "{},".repeat(30_000) + "{}]}}");
        post(STUDENTS, "application/json", "{\"guardians\":[" + "{},".repeat(30_000) + "{}]}");
        post(STUDENTS, "application/json", "{\"extra_data\":{\"a\":\"" + "x".repeat(250_000) + "\"}}");
    }

    /** Files that are taken, under a key that the loop of slow bodies sends at the same time. */
    private void files() {
        keyed(file(numbers.getAndAdd(ROWS)), "file-" + numbers.get());
        keyed(file(10_000_000), "the-same");
    }

    private void brokenFiles() {
        post(IMPORT, "text/csv", "school_id," + HEADER + "TI,1,Ana,Ruiz\n".repeat(FIVE_MEGABYTES / 14));
        post(IMPORT, "text/csv", ",".repeat(FIVE_MEGABYTES));
        post(IMPORT, "text/csv", HEADER + ",".repeat(FIVE_MEGABYTES));
        post(IMPORT, "text/csv", HEADER + "\"" + "x".repeat(FIVE_MEGABYTES));
        post(IMPORT, "text/csv", HEADER + ",,,\n".repeat(ROWS));
        post(IMPORT, "text/csv", workbooks.get(0));
        post(IMPORT, "text/csv", workbooks.get(1));
    }

    /** Workbooks that are small until they are unpacked: cells without end, and as many shared texts as are kept. */
    private static List<byte[]> workbooks() {
        String last = "<row r='1'><c t='s'><v>480000</v></c></row>";
        return List.of(
                RawWorkbook.of("<c/>".repeat(17 * 1024 * 1024)).bytes(),
                RawWorkbook.of(last)
                        .shared("<si><t>Mar\u00eda In\u00e9s Pe\u00f1a</t></si>".repeat(490_000))
                        .bytes());
    }

    /** Bodies of which a byte comes, and nothing more for a second. */
    private void slowBodies() {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_BODIES; i++) {
                open.add(begun(i % 2 == 0 ? STUDENTS : IMPORT, i % 2 == 0 ? "application/json" : "text/csv"));
            }
            keyed(file(10_000_000), "the-same");
            for (Socket socket : open) {
                socket.getOutputStream().write(' ');
            }
        } catch (IOException e) {
            // It was refused, and the connection closed.
        } finally {
            open.forEach(WorstBodies::close);
        }
    }

    private Socket begun(String path, String type) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + type
                                + "\r\nContent-Length: 200000\r\n\r\n{")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(int first) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            csv.append("TI,").append(first + i).append(",Mar\u00eda In\u00e9s,Pe\u00f1a \u00d1\u00fa\u00f1ez\n");
        }
        return csv.toString();
    }

    private void keyed(String file, String key) {
        post(IMPORT, "text/csv\r\nIdempotency-Key: " + key, file);
    }

    private void post(String path, String type, String body) {
        post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private void post(String path, String type, byte[] body) {
        if (stopped) {
            return;
        }
        try (Wire wire = new Wire(port)) {
            int status = wire.post(path, headers + "Content-Type: " + type + "\r\n", body);
            statuses.computeIfAbsent(status, unknown -> new AtomicInteger()).incrementAndGet();
        } catch (IOException e) {
            // What is refused unread may end the connection before everything was sent.
            statuses.computeIfAbsent(0, unknown -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** How many answers had which status; 0 for none. */
    Map<Integer, Integer> statuses() {
        Map<Integer, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    /** Ends it when the last request of each loop was answered. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        loops.shutdown();
        if (!loops.awaitTermination(200, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a request was not answered");
        }
    }
}
