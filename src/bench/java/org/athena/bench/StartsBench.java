package org.athena.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Test;

/**
 * Jars of several builds, started in turns: what a build leaves out costs the difference. {@code -Dathena.bench.jars=name=path,…}
 * names them, the one that the others stand beside first, and {@code -Dathena.bench.starts} says how often each is started.
 */
class StartsBench {

    private static final String JARS = System.getProperty("athena.bench.jars", "");
    private static final int STARTS = Integer.getInteger("athena.bench.starts", 10);

    /** What one build took at each of its starts. */
    private record Build(Packaged jar, List<Duration> listening, List<Duration> answered, List<Duration> processor) {

        static Build of(String jar) {
            String[] parts = jar.split("=", 2);
            return new Build(
                    Packaged.jar(parts[0], Path.of(parts[1])), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void start(Sample sample) throws IOException, InterruptedException {
            try (RunningService service = RunningService.start(jar)) {
                RunningService.Started started = service.firstAnswer(sample);
                processor.add(service.processorTime());
                listening.add(started.listening());
                answered.add(started.answered());
            }
        }

        void report(Build first) throws IOException {
            String parts =
                    "%.2f of the first's, the fastest start %.2f; open port after %.0f ms; processors %.0f ms, %.2f and %.2f"
                            .formatted(
                                    Median.millis(answered) / Median.millis(first.answered),
                                    least(answered) / least(first.answered),
                                    Median.millis(listening),
                                    Median.millis(processor),
                                    Median.millis(processor) / Median.millis(first.processor),
                                    least(processor) / least(first.processor));
            new Budget(jar.name() + ": exec to first authenticated answer", null, Median.millis(answered), "ms", parts)
                    .report();
        }

        /** What other work on the machine lengthens least. */
        private static double least(List<Duration> values) {
            return values.stream().mapToLong(Duration::toNanos).min().orElseThrow() / 1e6;
        }
    }

    @Test
    void inTurns() throws Exception {
        List<Build> builds = Stream.of(JARS.split(","))
                .filter(jar -> !jar.isBlank())
                .map(Build::of)
                .toList();
        Sample sample = Sample.create();
        // The first start of each finds its files on the disk; it does not count.
        for (int round = -1; round < STARTS; round++) {
            for (Build build : builds) {
                build.start(sample);
            }
            if (round < 0) {
                builds.forEach(build -> Stream.of(build.listening, build.answered, build.processor)
                        .forEach(List::clear));
            }
        }
        for (Build build : builds) {
            build.report(builds.get(0));
        }
    }
}
