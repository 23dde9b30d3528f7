package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.athena.testing.CountingProxy;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a start waits for the database, the first answer included. A network away, each time is a part of a cold start. */
class StartRoundTripsIT {

    private static final int MOST = 7;

    @TempDir
    Path directory;

    @Test
    void theDatabaseIsNotAskedForWhatTheBuildKnows() throws Exception {
        CountingProxy proxy = new CountingProxy();
        Map<String, String> settings = Map.of("DATABASE_URL", proxy.start().get("DATABASE_URL"));
        Sample sample = Sample.create();
        int before = CountingProxy.turns();
        try (RunningService service = RunningService.start(directory.resolve("log"), settings)) {
            service.firstAnswer(sample);
            assertThat(CountingProxy.turns() - before).isLessThanOrEqualTo(MOST);
        } finally {
            proxy.stop();
        }
    }
}
