package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athena.testing.Ports;
import org.athena.testing.process.Chromium;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The stories of {@code src/main/webui/e2e}: what a school's people do with the page, in a real browser, against the packaged service
 * in front of the demo's schools. The native executable is tried with all of them, the jar with those that are called "@smoke".
 */
@Tag("package")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PageStoriesIT {

    private static final Path PAGE = Path.of("src/main/webui");
    private static final long TOKEN_MINUTES = 60;
    private static final Duration SHORT = Duration.ofMinutes(1);
    /** Megabytes (10^6 bytes) that the native executable may use after the first pages and their requests. */
    private static final double FIRST_MEMORY = 110;
    /** And after all stories, of which one imports a file of ten thousand rows. */
    private static final double MOST_MEMORY = 150;

    private final Map<String, String> environment = new HashMap<>();
    private EmbeddedPostgres postgres;
    private AuthStandIn standIn;
    private RunningService service;
    private Packaged packaged;

    @BeforeAll
    void start() throws Exception {
        browser();
        packaged = Packaged.covered();
        postgres = EmbeddedPostgres.start();
        Ports ports = Ports.free();
        String page = "http://localhost:" + ports.api();
        standIn = DevServices.standIn(TOKEN_MINUTES, page);
        service = RunningService.start(
                packaged,
                "stories",
                ports,
                Map.of(
                        "DATABASE_URL", DevServices.filled("127.0.0.1:" + postgres.getPort() + "/postgres"),
                        "SUPABASE_URL", standIn.url(),
                        "SUPABASE_ANON_KEY", standIn.anonKey(),
                        "SUPABASE_SERVICE_ROLE_KEY", standIn.serviceKey(),
                        "ATHENA_AUTH_ISSUER", standIn.url() + "/auth/v1",
                        "ATHENA_PAGE_URL", page,
                        "ATHENA_WORK_EVERY", "1S"));
        service.awaitReady();
        environment.put("E2E_PAGE", page);
        environment.put("E2E_MAILS", standIn.url() + "/mails");
    }

    /** Only a JDK and Node are promised to who runs the tests; where the stories must be told, a missing browser is a fault. */
    private void browser() throws IOException, InterruptedException {
        Optional<Path> system = Chromium.system();
        system.ifPresent(path -> environment.put("CHROMIUM", path.toString()));
        boolean found = system.isPresent() || Chromium.fetched(PAGE);
        if (!found) {
            System.err.println(
                    "THE PAGE WAS NOT TRIED IN A BROWSER: THERE IS NO CHROMIUM, AND PLAYWRIGHT COULD NOT FETCH ONE");
        }
        assumeThat(found || System.getenv("CI") != null).isTrue();
    }

    @AfterAll
    void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (standIn != null) {
            standIn.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** Page and API come from one process. It stands first, because memory is measured before anything else is asked. */
    @Test
    @Order(1)
    void theFirstPagesComeFromASmallProcess() throws Exception {
        standIn.tokenLife(Duration.ofMinutes(TOKEN_MINUTES));
        tell(List.of("--grep", "@smoke"));
        remembers("the first pages", FIRST_MEMORY);
    }

    @Test
    @Order(2)
    void everyStoryEndsWell() throws Exception {
        assumeNative();
        standIn.tokenLife(Duration.ofMinutes(TOKEN_MINUTES));
        tell(List.of("--grep-invert", "@minute|@screens|@smoke"));
        remembers("the stories", MOST_MEMORY);
    }

    @Test
    @Order(3)
    void whoeverIsSignedInStaysSoWithTokensOfAMinute() throws Exception {
        assumeNative();
        standIn.tokenLife(SHORT);
        tell(List.of("--grep", "@minute"));
    }

    private void assumeNative() {
        assumeThat(packaged.isNative())
                .as("the native executable is tried with all stories")
                .isTrue();
    }

    private void remembers(String what, double most) throws IOException {
        double memory = service.memory("VmRSS");
        System.out.printf("after %s the service uses %.0f MB%n", what, memory);
        if (packaged.isNative()) {
            assertThat(memory).isLessThan(most);
        }
    }

    private void tell(List<String> choice) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npx", "playwright", "test"));
        command.addAll(choice);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(PAGE.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process stories = builder.start();
        // Playwright ends by itself after half an hour. Its lines go through this process, whose own output the build
        // reads.
        try (BufferedReader lines = stories.inputReader()) {
            lines.lines().forEach(System.out::println);
        }
        stories.waitFor();
        assertThat(stories.exitValue())
                .as("the stories, of which Playwright has told above")
                .isZero();
    }
}
