package org.athena.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.sheet.cells.SheetWriter;
import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;

/** Bounded amounts of work for a running service. */
final class Load {

    private static final int CONNECTIONS = 4;
    private static final int ROWS = 10_000;

    private static final List<String> HEADER = List.of(
            "Tipo de documento",
            "Número de documento",
            "Primer nombre",
            "Segundo nombre",
            "Primer apellido",
            "Segundo apellido",
            "Fecha de nacimiento",
            "Género",
            "Acudiente 1: tipo de documento",
            "Acudiente 1: número de documento",
            "Acudiente 1: nombre completo",
            "Acudiente 1: parentesco",
            "Acudiente 1: teléfono");

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

    /**
     * A file of {@value #ROWS} students, each with a guardian.
     *
     * @param format {@code csv} or {@code xlsx}
     */
    record StudentsFile(SheetFormat format, byte[] bytes) {

        static StudentsFile of(SheetFormat format) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (SheetWriter writer = format.write(bytes, "Estudiantes")) {
                writer.row(HEADER);
                for (int i = 0; i < ROWS; i++) {
                    writer.row(List.of(
                            "TI",
                            "" + (20_000_000 + i),
                            "María",
                            "Inés",
                            "Peña",
                            "Ñúñez",
                            "2012-03-04",
                            "F",
                            "CC",
                            "" + (60_000_000 + i),
                            "Eva Peña",
                            "madre",
                            "300 1234567"));
                }
            }
            return new StudentsFile(format, bytes.toByteArray());
        }
    }

    /** The time that an import of the file takes. */
    static Duration importStudents(int port, Sample sample, StudentsFile file) throws IOException {
        String type = "Content-Type: " + file.format().type() + "\r\n";
        try (Wire wire = new Wire(port)) {
            long before = System.nanoTime();
            expect(201, wire.post("/api/v1/students/import", sample.headers() + type, file.bytes()));
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }

    static void expect(int wanted, int status) {
        if (status != wanted) {
            throw new IllegalStateException("status " + status + " instead of " + wanted);
        }
    }
}
