package org.athena.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athena.bench.Load.StudentsFile;
import org.athena.platform.sheet.SheetFormat;
import org.athena.testing.process.DevMode;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Test;

/**
 * Measures the budgets of the service as it is shipped, and of dev mode. It asserts no time, and no build runs it by itself:
 * {@code bench/run} does.
 */
class BudgetBench {

    private static final int NATIVE_STARTS = 20;
    private static final int JVM_STARTS = 5;
    private static final int REQUESTS = 1_000;

    /**
     * The targets of one kind of package.
     *
     * @param starts how often it is started
     * @param startMillis until the first answer; none for the kind that only stands beside the other
     * @param memory in MB
     */
    private record Targets(int starts, Double startMillis, Double memory) {}

    /** Those whose figures only stand beside the native executable's. */
    private static final Targets BESIDE = new Targets(JVM_STARTS, null, null);

    @Test
    void nativeExecutable() throws Exception {
        measure(
                Packaged.executable(),
                "THERE IS NO NATIVE EXECUTABLE IN target/; build it first",
                new Targets(NATIVE_STARTS, 150.0, 100.0));
    }

    @Test
    void jar() throws Exception {
        measure(Packaged.jar(), "THERE IS NO JAR IN target/; build it first", BESIDE);
    }

    @Test
    void jarOnJava25() throws Exception {
        measure(Packaged.jarOnJava25(), "NO JAR IN target/, OR AOT_JAVA_HOME NAMES NO JDK 25", BESIDE);
    }

    @Test
    void jarWithItsCache() throws Exception {
        String missing = "NO app.aot IN target/aot (./mvnw verify -Daot makes it), OR AOT_JAVA_HOME NAMES NO JDK 25";
        measure(Packaged.aot(), missing, BESIDE);
    }

    @Test
    void devMode() throws Exception {
        DevMode.checkOut();
        double first = devModeAnswer();
        double second = devModeAnswer();
        String parts = "started again, with classes and database there: %.1f s".formatted(second);
        new Budget("dev mode, fresh checkout: command to first answer", 30.0, first, "s", parts).report();
    }

    private static double devModeAnswer() throws Exception {
        try (DevMode devMode = DevMode.start()) {
            return devMode.awaitAnswer().toMillis() / 1e3;
        }
    }

    private static void measure(Optional<Packaged> service, String missing, Targets targets) throws Exception {
        if (service.isEmpty()) {
            Budget.missing(missing);
            return;
        }
        Sample sample = Sample.create();
        start(service.get(), sample, targets);
        try (RunningService running = RunningService.start(service.get())) {
            running.firstAnswer(sample);
            memory(service.get(), running, sample, targets);
            for (SheetFormat format : SheetFormat.values()) {
                importFile(service.get(), running, format);
            }
        }
        String parts = "for all but the native executable, the Java that runs it comes on top";
        new Budget(
                        service.get().name() + ": what an image copies",
                        null,
                        service.get().size(),
                        "MB",
                        parts)
                .report();
    }

    /** Run with NATIVE_OPTIONS=-Xmx512m, the heap of the smallest container that is described. */
    private static void importFile(Packaged service, RunningService running, SheetFormat format) throws IOException {
        StudentsFile file = StudentsFile.of(format);
        Duration before = running.processorTime();
        double seconds =
                Load.importStudents(running.port(), Sample.create(), file).toMillis() / 1e3;
        double processor = running.processorTime().minus(before).toMillis() / 1e3;
        String name = service.name() + ": import of 10,000 students with a guardian each, " + format.ending();
        new Budget(name, 20.0, seconds, "s", "").report();
        new Budget("    the service's processor time", null, processor, "s", "memory after it: " + memory(running))
                .report();
    }

    private static void start(Packaged service, Sample sample, Targets targets)
            throws IOException, InterruptedException {
        List<Duration> listening = new ArrayList<>();
        List<Duration> answered = new ArrayList<>();
        for (int i = 0; i < targets.starts(); i++) {
            RunningService.Started started = RunningService.measure(service, sample);
            listening.add(started.listening());
            answered.add(started.answered());
        }
        double median = Median.millis(answered);
        double port = Median.millis(listening);
        String parts =
                "until the port is open %.0f ms, the first request %.0f ms; fastest of %d starts %d ms, slowest %d ms"
                        .formatted(
                                port,
                                median - port,
                                answered.size(),
                                answered.stream()
                                        .min(Duration::compareTo)
                                        .orElseThrow()
                                        .toMillis(),
                                answered.stream()
                                        .max(Duration::compareTo)
                                        .orElseThrow()
                                        .toMillis());
        new Budget(service.name() + ": exec to first authenticated answer", targets.startMillis(), median, "ms", parts)
                .report();
    }

    private static void memory(Packaged service, RunningService running, Sample sample, Targets targets)
            throws Exception {
        String before = memory(running);
        Load.requests(running.port(), sample, REQUESTS);
        String parts = "after the first answer: " + before + "; now: " + memory(running);
        double resident = running.memory("VmRSS");
        new Budget(service.name() + ": resident memory after 1,000 requests", targets.memory(), resident, "MB", parts)
                .report();
    }

    private static String memory(RunningService running) throws IOException {
        return "%.0f MB (%.0f of its own, %.0f of files)"
                .formatted(running.memory("VmRSS"), running.memory("RssAnon"), running.memory("RssFile"));
    }
}
