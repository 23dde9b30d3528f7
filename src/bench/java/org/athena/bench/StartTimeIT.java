package org.athena.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how long the package that was just built takes to its first answer. The time is read by people, and not asserted. */
@Tag("package")
class StartTimeIT {

    @Test
    void theFirstAuthenticatedAnswer() throws Exception {
        Packaged service = Packaged.built();
        // It only returns when the answer was 200.
        RunningService.Started started = RunningService.measure(service, Sample.create());
        System.out.printf(
                "exec to first authenticated answer: %s %d ms%n",
                service.name(), started.answered().toMillis());
        assertThat(started.answered()).isPositive();
    }
}
