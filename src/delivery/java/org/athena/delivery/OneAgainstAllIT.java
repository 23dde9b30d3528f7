package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Ports;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Test;

/**
 * An instance with the memory of its manifest answers the other schools while one secretary sends the worst bodies and files that
 * there are. {@code -Dathena.test.against-all.seconds} makes it shorter or longer.
 */
class OneAgainstAllIT {

    private static final int SECONDS = Integer.getInteger("athena.test.against-all.seconds", 60);
    /** Where a container has no other heap, GraalVM takes so much of its memory. */
    private static final int NATIVE_HEAP_PERCENT = 80;

    private static final long MOSTLY_MILLIS = 1_000;
    /** The machines that run tests do other things as well. */
    private static final long ALWAYS_MILLIS = 5_000;

    private final Sample attacker = Sample.create();
    private final Sample others = Sample.create();

    @Test
    void theOtherSchoolsAreAnswered() throws Exception {
        // No limit for a minute: what is tried is what holds when somebody comes again and again.
        Map<String, String> settings = Map.of("ATHENA_LIMITS_IMPORTS_PER_MINUTE", "0");
        try (RunningService service =
                RunningService.start(withTheMemoryOfItsManifest(), "one-against-all", Ports.free(), settings)) {
            await().atMost(120, TimeUnit.SECONDS).until(() -> service.readiness() == 200);
            SteadyQuestions questions = new SteadyQuestions(service.port(), others).warmUp();
            WorstBodies bodies = new WorstBodies(service.port(), attacker);
            List<Integer> readiness = meanwhile(service, questions, bodies);

            assertThat(service.output()).doesNotContain("OutOfMemoryError");
            assertThat(service.alive()).isTrue();
            String seen = "%s, %d answers: 99 %% within %d ms, the slowest %d ms; the secretary's by status: %s; %s kB"
                    .formatted(
                            Packaged.built().name(),
                            questions.count(),
                            questions.millis(0.99),
                            questions.millis(1),
                            bodies.statuses(),
                            mostMemory(service.pid()));
            System.out.println("one against all: " + seen);
            assertThat(questions.failures()).as(seen).isEmpty();
            assertThat(questions.count()).as(seen).isGreaterThan(SECONDS);
            assertThat(questions.millis(0.99)).as(seen).isLessThan(MOSTLY_MILLIS);
            assertThat(questions.millis(1)).as(seen).isLessThan(ALWAYS_MILLIS);
            assertThat(bodies.statuses()).as(seen).containsKeys(201, 400, 413, 429);
            assertThat(bodies.statuses()).as(seen).doesNotContainKeys(500, 503);
            assertThat(readiness).as("a busy instance is ready").containsOnly(200);
        }
    }

    /** The statuses of its readiness, about once a second. */
    private static List<Integer> meanwhile(RunningService service, SteadyQuestions questions, WorstBodies bodies)
            throws InterruptedException {
        List<Integer> readiness = new ArrayList<>();
        try (questions;
                bodies) {
            questions.start();
            bodies.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            await().pollInterval(1, TimeUnit.SECONDS)
                    .atMost(SECONDS + 60, TimeUnit.SECONDS)
                    .until(() -> {
                        readiness.add(service.readiness());
                        return System.nanoTime() > end;
                    });
        }
        return readiness;
    }

    /** As its image starts it, on a machine that is as large as the container. */
    private static Packaged withTheMemoryOfItsManifest() throws IOException {
        long bytes = memory();
        Packaged built = Packaged.built();
        List<String> command = new ArrayList<>(built.command());
        command.addAll(1, built.isNative() ? List.of("-Xmx" + bytes * NATIVE_HEAP_PERCENT / 100) : jvmOptions(bytes));
        return new Packaged(built.name(), command, built.file());
    }

    /** What the image gives the JVM; in a container of this size it has one collector to choose. */
    private static List<String> jvmOptions(long bytes) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAM=" + bytes, "-XX:+UseSerialGC"));
        String entry = Dockerfile.of(Dockerfile.DIRECTORY.resolve("Dockerfile.jvm"))
                .values("ENTRYPOINT")
                .get(0);
        for (String part : entry.replaceAll("[\\[\\]\"]", "").split(", ")) {
            if (part.startsWith("-XX:")) {
                options.add(part);
            }
        }
        assertThat(options).anyMatch(option -> option.contains("MaxRAMPercentage"));
        return options;
    }

    private static long memory() {
        String limit = (String)
                Manifest.of("service/deployment.yaml").at("spec.template.spec.containers.0.resources.limits.memory");
        assertThat(limit).endsWith("Mi");
        return Long.parseLong(limit.replace("Mi", "")) * 1024 * 1024;
    }

    /** The most that the process has had, by the kernel. */
    private static String mostMemory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .map(line -> line.replaceAll("\\D", ""))
                .orElseThrow();
    }
}
