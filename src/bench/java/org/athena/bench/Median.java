package org.athena.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** The middle of what was measured, which a few bad moments of the machine do not move. */
final class Median {

    private Median() {}

    static double of(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    static double millis(Collection<Duration> values) {
        return of(values.stream().mapToLong(Duration::toNanos).toArray()) / 1e6;
    }
}
