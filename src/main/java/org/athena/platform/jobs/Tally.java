package org.athena.platform.jobs;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the results of a round and decides whether another piece of work may begin. */
final class Tally {

    private final WorkRound.Bounds bounds;
    private final long began = System.nanoTime();
    private final Map<Worker.End, Integer> ends = new EnumMap<>(Worker.End.class);
    /** What may well be due still, and is for the next round. */
    private final Set<Due> notAgain = new HashSet<>();

    Tally(WorkRound.Bounds bounds) {
        this.bounds = bounds;
    }

    void add(Due piece, Worker.End end) {
        ends.merge(end, 1, Integer::sum);
        if (end == Worker.End.FAILED || end == Worker.End.STILL_DUE) {
            notAgain.add(piece);
        }
    }

    boolean mayBegin(Due piece) {
        int begun = ends.values().stream().mapToInt(Integer::intValue).sum();
        return begun < bounds.pieces()
                && System.nanoTime() - began < bounds.time().toNanos()
                && !notAgain.contains(piece);
    }

    int done() {
        return ends.getOrDefault(Worker.End.DONE, 0) + ends.getOrDefault(Worker.End.STILL_DUE, 0);
    }

    int failed() {
        return ends.getOrDefault(Worker.End.FAILED, 0);
    }
}
