package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.athena.testing.HeldRow;
import org.athena.testing.Ports;
import org.athena.testing.Schools;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** What one instance does between SIGTERM and its end. */
class GracefulShutdownIT {

    private static final byte[] STUDENT =
            "{\"document_type\":\"TI\",\"document_number\":\"7\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final Sample sample = Sample.create();

    @Test
    void aWriteUnderWayIsAnsweredAndCommittedAndNewRequestsAreTakenUntilTheDelayIsOver() throws Exception {
        try (RunningService service = started()) {
            CompletableFuture<Integer> write;
            try (HeldRow lock = HeldRow.by("lock table athena.students in share mode")) {
                write = CompletableFuture.supplyAsync(() -> add(service.port()));
                lock.awaitWaiting(1);
                service.terminate();
                patiently().until(() -> service.readiness() == 503);
                assertThat(read(service.port())).isEqualTo(200);
                // It says so after the delay, when nobody new should come.
                patiently().until(() -> service.output().contains("Waiting for HTTP requests to complete"));
                assertThat(write).isNotDone();
            }
            assertThat(write.get(30, TimeUnit.SECONDS)).isEqualTo(201);
            assertThat(service.awaitEnd()).as(service.output()).isEqualTo(RunningService.TERMINATED);
        }
        assertThat(Schools.count("athena.students where school_id = ? and document_number = '7'", sample.school()))
                .isEqualTo(1);
    }

    private RunningService started() throws IOException {
        RunningService service =
                RunningService.start(Packaged.built(), "shutdown", Ports.free(), Map.of("ATHENA_SHUTDOWN_DELAY", "3S"));
        patiently().until(() -> service.readiness() == 200);
        return service;
    }

    /** A machine with much else to do is slow. */
    private static ConditionFactory patiently() {
        return await().atMost(60, TimeUnit.SECONDS);
    }

    private int read(int port) throws IOException {
        try (Wire wire = new Wire(port)) {
            return wire.get(sample.path(), sample.headers());
        }
    }

    private int add(int port) {
        try (Wire wire = new Wire(port)) {
            return wire.post("/api/v1/students", sample.headers() + "Content-Type: application/json\r\n", STUDENT);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
