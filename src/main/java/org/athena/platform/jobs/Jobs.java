package org.athena.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

/** The jobs of all features by their kinds, and how they ended. */
@Singleton
class Jobs {

    private static final String DONE = "done";
    private static final String FAILED = "failed";

    private final Map<String, Job> byKind;
    private final MeterRegistry registry;

    /** @throws IllegalStateException when two have one kind */
    Jobs(@All List<Job> jobs, MeterRegistry registry) {
        this.byKind = jobs.stream().collect(Collectors.toUnmodifiableMap(Job::kind, Function.identity()));
        this.registry = registry;
    }

    /** Registered at the start, so that a scrape shows the first failure as an increase. */
    void register(@Observes StartupEvent event) {
        for (String kind : byKind.keySet()) {
            ended(kind, DONE);
            ended(kind, FAILED);
        }
    }

    private Counter ended(String kind, String outcome) {
        return Counter.builder("athena.jobs")
                .description("Jobs that ran outside requests, by how they ended")
                .tags("kind", kind, "outcome", outcome)
                .register(registry);
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    void run(String kind) {
        byKind.get(kind).run();
    }

    void done(String kind) {
        ended(kind, DONE).increment();
    }

    void failed(String kind) {
        ended(kind, FAILED).increment();
    }
}
