package org.athena.bench;

import java.io.IOException;
import java.net.URL;
import java.sql.SQLException;
import java.util.Map;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/**
 * What it costs to know who asks: the route of a student against the same work for a constant caller, in one JVM, in turns. The
 * second route exists in this bench alone.
 */
@QuarkusTest
@TestProfile(ContextBench.WithConstantCaller.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class ContextBench {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final int PER_ROUND = 100;
    private static final double TARGET = 1.25;

    /** Switches the second route on, and coverage off, which would count every line of both. */
    public static class WithConstantCaller implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("athena.bench", "true", "quarkus.jacoco.enabled", "false");
        }
    }

    @TestHTTPResource
    URL service;

    @Test
    void aStudentForAPersonAndForAConstant() throws IOException, SQLException {
        Sample sample = Sample.create();
        String headers = sample.headers(AuthServer.hs256().of(sample.secretary()));
        String constant = "/bench/students/" + sample.student() + "/" + sample.school() + "/" + sample.secretary();
        try (Wire wire = new Wire(service.getPort())) {
            Rounds person = new Rounds(wire, sample.path(), headers);
            Rounds nobody = new Rounds(wire, constant, headers);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                // Whoever comes second may find warmer caches: they take turns at that, too.
                (round % 2 == 0 ? person : nobody).run(round);
                (round % 2 == 0 ? nobody : person).run(round);
            }
            report(person.micros(), nobody.micros(), Turns.measure(sample));
        }
    }

    private static void report(double person, double constant, Turns turns) throws IOException {
        String difference = "%.0f us against %.0f us. The difference: look-up %.0f us, token and all else %.0f us."
                .formatted(person, constant, turns.lookUp(), person - constant - turns.lookUp());
        double reading = Stopwatch.micros(ROUNDS * PER_ROUND);
        String common =
                " In common: settings %.0f us, select with Hibernate %.0f us, commit %.0f us, HTTP and JSON %.0f us."
                        .formatted(
                                turns.settings(),
                                reading - turns.settings(),
                                turns.commit(),
                                constant - reading - turns.commit());
        String bare = " A bare turn to the database: %.0f us.".formatted(turns.bare());
        new Budget(
                        "jvm: GET /students/{id}, warm token, to a constant caller",
                        TARGET,
                        person / constant,
                        "x",
                        difference + common + bare)
                .report();
    }

    /** Requests to one address, with their times. */
    private static final class Rounds {

        private final Wire wire;
        private final String path;
        private final String headers;
        private final long[] nanos = new long[ROUNDS * PER_ROUND];

        Rounds(Wire wire, String path, String headers) {
            this.wire = wire;
            this.path = path;
            this.headers = headers;
        }

        void run(int round) throws IOException {
            for (int i = 0; i < PER_ROUND; i++) {
                long before = System.nanoTime();
                Load.expect(200, wire.get(path, headers));
                if (round >= 0) {
                    nanos[round * PER_ROUND + i] = System.nanoTime() - before;
                }
            }
        }

        double micros() {
            return Median.of(nanos) / 1e3;
        }
    }
}
