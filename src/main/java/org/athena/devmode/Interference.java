package org.athena.devmode;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a test does to requests of a method and path: it counts them, lets them fail, or has them wait for each other. */
class Interference {

    private static final int MAX_WAIT_SECONDS = 4;
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The work of a request. */
    interface Work<E extends Exception> {

        Reply carryOut() throws E;
    }

    private volatile String lost = "";
    private volatile String failing = "";
    private final Map<String, CyclicBarrier> meetings = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    void loseAnswerOf(String route) {
        lost = route;
    }

    void fail(String route) {
        failing = route;
    }

    void meet(String route, CyclicBarrier barrier) {
        meetings.put(route, barrier);
    }

    int calls(String route) {
        return calls.getOrDefault(route, 0);
    }

    <E extends Exception> Reply around(String route, Work<E> work) throws E {
        calls.merge(route.replaceAll(ID, "{id}"), 1, Integer::sum);
        if (route.equals(failing)) {
            failing = "";
            return Reply.error(500, "unexpected_failure", "The stand-in was told to fail");
        }
        CyclicBarrier meeting = meetings.get(route);
        if (meeting != null) {
            await(meeting);
            meetings.remove(route, meeting);
        }
        Reply reply = work.carryOut();
        if (route.equals(lost)) {
            lost = "";
            return Reply.error(504, "request_timeout", "The stand-in was told to lose its answer");
        }
        return reply;
    }

    private static void await(CyclicBarrier meeting) {
        try {
            meeting.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
