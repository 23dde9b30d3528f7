package org.athena.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;

/** A few clients that read and add students, each at its own pace, until they are told to stop. */
final class SteadyLoad implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final int PERIOD_MILLIS = 40;
    private static final String STUDENT =
            "{\"document_type\":\"TI\",\"document_number\":\"%d\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\"}";

    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final AtomicInteger numbers = new AtomicInteger(70_000_000);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger additions = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final int port;
    private final Sample sample;
    private final String headers;

    /** Starts at once. */
    SteadyLoad(int port, Sample sample) {
        this.port = port;
        this.sample = sample;
        this.headers = sample.headers() + "Connection: close\r\n";
        for (int i = 0; i < CLIENTS; i++) {
            clients.scheduleAtFixedRate(i % 2 == 0 ? this::read : this::add, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends it when every request that was sent has been answered. */
    @Override
    public void close() throws InterruptedException {
        clients.shutdown();
        if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
            failures.add("a request was not answered within 60 s");
        }
    }

    /** How many students were read, with 200. */
    int reads() {
        return reads.get();
    }

    /** How many students were added, with 201. */
    int additions() {
        return additions.get();
    }

    /** What else was answered, or not at all. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void read() {
        ask(200, reads, wire -> wire.get(sample.path(), headers));
    }

    private void add() {
        byte[] body = STUDENT.formatted(numbers.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        ask(
                201,
                additions,
                wire -> wire.post("/api/v1/students", headers + "Content-Type: application/json\r\n", body));
    }

    /** On a connection of its own: the balancer may close one that is kept between two requests, which fails none. */
    private void ask(int wanted, AtomicInteger answered, Request request) {
        try (Wire wire = new Wire(port)) {
            int status = request.send(wire);
            if (status == wanted) {
                answered.incrementAndGet();
            } else {
                failures.add("status " + status + " instead of " + wanted);
            }
        } catch (IOException | RuntimeException e) {
            failures.add(e.toString());
        }
    }

    private interface Request {
        int send(Wire wire) throws IOException;
    }
}
