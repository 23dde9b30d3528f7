package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.process.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package says at its start when the project lets a person have somebody else's e-mail. */
class ProjectChecksIT {

    @TempDir
    Path directory;

    @Test
    void aProjectThatConfirmsEMailsByItselfIsAWarning() throws Exception {
        try (AuthStandIn project = new AuthStandIn(60)) {
            project.autoconfirm(true);
            Map<String, String> settings =
                    Map.of("SUPABASE_URL", project.url(), "SUPABASE_ANON_KEY", project.anonKey());
            try (RunningService service = RunningService.start(directory.resolve("log"), settings)) {
                await().untilAsserted(() -> assertThat(service.output())
                        .contains("Supabase Auth confirms e-mails without a mail")
                        .contains("anybody who signs up"));
                assertThat(service.alive()).isTrue();
            }
        }
    }
}
