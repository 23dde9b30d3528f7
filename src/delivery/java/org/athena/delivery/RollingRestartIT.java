package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Ports;
import org.athena.testing.Schools;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of the package behind nginx, each restarted in turn under load. Whoever balances takes an instance out when its
 * readiness probe says so, as Kubernetes does; nobody asks anything twice.
 */
class RollingRestartIT {

    private static final int DELAY_SECONDS = 10;

    @TempDir
    Path directory;

    private final Sample sample = Sample.create();
    private Packaged service;

    /** Only a JDK and Node are promised to who runs the tests; where nginx must be, its absence is a fault. */
    @BeforeAll
    static void nginxIsThere() {
        if (Nginx.program().isEmpty()) {
            System.err.println("THE ROLLING RESTART WAS NOT TESTED: THERE IS NO nginx");
        }
        assumeThat(Nginx.program().isPresent() || System.getenv("CI") != null).isTrue();
    }

    @Test
    void noRequestFailsAndWhatWasAnsweredIsThere() throws Exception {
        service = Packaged.built();
        Ports one = Ports.free();
        Ports two = Ports.free();
        int entrance = Ports.one();
        int before = students();
        RunningService first = started("one", one);
        RunningService second = started("two", two);
        try (Nginx nginx = Nginx.start(directory, entrance, one.api(), two.api());
                SteadyLoad load = new SteadyLoad(entrance, sample)) {
            first = restart(nginx, load, first, one, two.api());
            nginx.balance(one.api(), two.api());
            second = restart(nginx, load, second, two, one.api());
            nginx.balance(one.api(), two.api());
            awaitMore(load);
            load.close();

            assertThat(load.failures()).as(nginx.errors()).isEmpty();
            assertThat(students() - before).isEqualTo(load.additions());
            assertThat(nginx.answered())
                    .hasSize(load.reads() + load.additions())
                    .anyMatch(line -> line.startsWith("POST 201") && line.endsWith(":" + one.api()))
                    .anyMatch(line -> line.startsWith("POST 201") && line.endsWith(":" + two.api()));
            System.out.printf(
                    "rolling restart: %s, %d reads and %d writes, none failed%n",
                    service.name(), load.reads(), load.additions());
        } finally {
            first.close();
            second.close();
        }
    }

    private RunningService restart(Nginx nginx, SteadyLoad load, RunningService old, Ports ports, int other)
            throws IOException, InterruptedException {
        awaitMore(load);
        old.terminate();
        await().atMost(30, TimeUnit.SECONDS).until(() -> old.readiness() == 503);
        nginx.balance(other);
        assertThat(old.awaitEnd()).as(old.output()).isEqualTo(RunningService.TERMINATED);
        awaitMore(load);
        return started("restarted-" + ports.api(), ports);
    }

    /** Both kinds of requests pass, as they are balanced now. */
    private static void awaitMore(SteadyLoad load) {
        int reads = load.reads();
        int additions = load.additions();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() ->
                        !load.failures().isEmpty() || load.reads() > reads + 20 && load.additions() > additions + 20);
    }

    private RunningService started(String name, Ports ports) throws IOException {
        RunningService started = RunningService.start(
                service, "rolling-" + name, ports, Map.of("ATHENA_SHUTDOWN_DELAY", DELAY_SECONDS + "S"));
        await().atMost(60, TimeUnit.SECONDS).until(() -> started.readiness() == 200);
        return started;
    }

    private int students() {
        return Schools.count("athena.students where school_id = ?", sample.school());
    }
}
