package org.athena.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times taken inside the service under measurement, which runs in the JVM of the bench. */
public final class Stopwatch {

    private static final Queue<Long> NANOS = new ConcurrentLinkedQueue<>();

    private Stopwatch() {}

    /** Notes the time since {@code before}, a {@link System#nanoTime()}. */
    public static void stop(long before) {
        NANOS.add(System.nanoTime() - before);
    }

    /** The median of the last times, in microseconds. */
    static double micros(int last) {
        return Median.of(NANOS.stream()
                        .skip(Math.max(0, NANOS.size() - last))
                        .mapToLong(Long::longValue)
                        .toArray())
                / 1e3;
    }
}
