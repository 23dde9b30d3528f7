package org.athena.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;

/** Somebody who reads one student and the list in turn, at a steady pace, and notes how long each answer takes. */
final class SteadyQuestions implements AutoCloseable {

    private static final int PERIOD_MILLIS = 50;
    private static final int WARM_UP = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> millis = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final int port;
    private final Sample sample;
    private final String headers;
    private int asked;

    SteadyQuestions(int port, Sample sample) {
        this.port = port;
        this.sample = sample;
        this.headers = sample.headers();
    }

    /** What a service answers slowly only because it has just started is not noted. */
    SteadyQuestions warmUp() {
        for (int i = 0; i < WARM_UP; i++) {
            ask();
        }
        millis.clear();
        return this;
    }

    /** Asks from now on; a question that comes late because the one before took long is asked at once. */
    SteadyQuestions start() {
        clock.scheduleAtFixedRate(this::ask, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private synchronized void ask() {
        String path = asked++ % 2 == 0 ? sample.path() : "/api/v1/students";
        long before = System.nanoTime();
        try (Wire wire = new Wire(port)) {
            int status = wire.get(path, headers);
            if (status != 200) {
                failures.add("status " + status);
            }
        } catch (IOException | RuntimeException e) {
            failures.add(e.toString());
        }
        millis.add((System.nanoTime() - before) / 1_000_000);
    }

    /** Ends it when the last question has been answered. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(200, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a question was not answered");
        }
    }

    /** What was not answered with 200. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized int count() {
        return millis.size();
    }

    /** How many milliseconds that share of the answers took at most; 1 for the slowest. */
    synchronized long millis(double share) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
