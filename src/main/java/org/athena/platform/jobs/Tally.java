package org.athena.platform.jobs;

import java.util.EnumMap;
import java.util.Map;

/** How the pieces of a round have ended so far, and whether one more may begin. */
final class Tally {

    private final WorkRound.Bounds bounds;
    private final long began = System.nanoTime();
    private final Map<Worker.End, Integer> ends = new EnumMap<>(Worker.End.class);

    Tally(WorkRound.Bounds bounds) {
        this.bounds = bounds;
    }

    void add(Worker.End end) {
        ends.merge(end, 1, Integer::sum);
    }

    boolean mayGoOn() {
        int begun = ends.values().stream().mapToInt(Integer::intValue).sum();
        return begun < bounds.pieces()
                && System.nanoTime() - began < bounds.time().toNanos();
    }

    int done() {
        return ends.getOrDefault(Worker.End.DONE, 0);
    }

    int failed() {
        return ends.getOrDefault(Worker.End.FAILED, 0);
    }
}
