package org.athena.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;

/** Bounded amounts of work for a running service. */
final class Load {

    private static final int CONNECTIONS = 4;
    private static final int ROWS = 10_000;

    private Load() {}

    /** One row and lists in turn, over a few connections at once. */
    static void requests(int port, Sample sample, int count)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                work.add(clients.submit(() -> {
                    ask(port, sample, count / CONNECTIONS);
                    return null;
                }));
            }
            for (Future<?> client : work) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void ask(int port, Sample sample, int count) throws IOException {
        String headers = sample.headers();
        try (Wire wire = new Wire(port)) {
            for (int i = 0; i < count; i++) {
                expect(200, wire.get(i % 2 == 0 ? sample.path() : "/api/v1/students", headers));
            }
        }
    }

    /** The time that an import of {@value #ROWS} students takes. */
    static Duration importStudents(int port, Sample sample) throws IOException {
        byte[] file = file();
        try (Wire wire = new Wire(port)) {
            long before = System.nanoTime();
            expect(201, wire.post("/api/v1/students/import", sample.headers() + "Content-Type: text/csv\r\n", file));
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder(
                "document_type,document_number,first_name,middle_name,last_name,second_last_name,birth_date,gender\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("TI,").append(20_000_000 + i).append(",María,Inés,Peña,Ñúñez,2012-03-04,F\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void expect(int wanted, int status) {
        if (status != wanted) {
            throw new IllegalStateException("status " + status + " instead of " + wanted);
        }
    }
}
