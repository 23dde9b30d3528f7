package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.testing.Bash;
import org.athena.testing.RecordingProxy;
import org.athena.testing.RecordingProxy.Answer;
import org.athena.testing.Walkthrough;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** {@code docs/walkthrough.md} as a reader walks it: every command, in one shell, from the project's directory. */
@QuarkusTest
@WithTestResource(DemoResource.class)
class WalkthroughTest {

    private static final Path PAGE = Path.of("docs/walkthrough.md");
    private static final String SERVICE = "http://127.0.0.1:%d";

    @TempDir
    Path directory;

    AuthStandIn standIn;

    /** Only a JDK and Node are promised to who runs the tests; where the page must be walked, a missing shell is a fault. */
    @BeforeAll
    static void theShellIsThere() {
        List<String> missing =
                Stream.of("bash", "curl").filter(tool -> !installed(tool)).toList();
        if (!missing.isEmpty()) {
            System.err.println("THE WALK-THROUGH WAS NOT WALKED: THERE IS NO " + String.join(", NO ", missing));
        }
        assumeThat(missing.isEmpty() || System.getenv("CI") != null).isTrue();
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    @Test
    void everyCommandOfThePagePrintsWhatThePageSays() throws Exception {
        Walkthrough page = Walkthrough.of(Files.readString(PAGE));
        try (RecordingProxy service = new RecordingProxy(RestAssured.port)) {
            page.assertPrinted(Bash.run(directory, Path.of("."), page.script(), environment(service.url())));
            assertThat(TypedAnswers.check(service.answers())).isGreaterThan(20);
        }
    }

    @Test
    void anAnswerThatTheTypesDoNotHaveIsRefused() {
        String body = "{\"id\":\"x\",\"unknown\":1}";
        Answer answer = new Answer("GET", "/api/v1/students/x", 200, "application/json", body);
        assertThatThrownBy(() -> TypedAnswers.check(List.of(answer)))
                .hasMessageContaining("'\"unknown\"' does not exist");
    }

    @Test
    void theReaderIsToldWhatDevModePrintsAndWhatTheCommandsNeed() throws IOException {
        Walkthrough page = Walkthrough.of(Files.readString(PAGE));
        String banner = DevBanner.text("http://localhost:5173", 8080, 9000, standIn.url(), standIn.anonKey());
        assertThat(page.shown("Demo accounts").missing(banner)).as(banner).isEmpty();
        String exports = String.join("\n", page.reading());
        assertThat(environment().keySet()).allMatch(name -> exports.contains("export " + name + "="));
        assertThat(exports).contains("export PASSWORD=" + DemoPeople.PASSWORD + "\n");
    }

    @Test
    void whatIsNotPrintedIsMissed() {
        Walkthrough.Step step = Walkthrough.of(
                        "```bash\necho\n```\n\n```text\nHTTP/1.1 …\n{\"id\":\"…\",\"n\":1}\nno\n```\n")
                .steps()
                .get(0);
        assertThat(step.missing("HTTP/1.1 201 Created\r\n{\"id\":\"a\",\"n\":1}\nnote\n"))
                .containsExactly("no");
        assertThat(step.missing("HTTP/1.1 201\n{\"id\":\"a\",\"n\":12}\nno\n"))
                .containsExactly("{\"id\":\"…\",\"n\":1}");
        assertThatThrownBy(() -> Walkthrough.of("```sh\nls\n```\n")).hasMessageContaining("sh");
        assertThatThrownBy(() -> Walkthrough.of("```console\nls\n```\n```text\npom.xml\n```\n"))
                .hasMessageContaining("pom.xml");
    }

    @Test
    void aCommandThatFailsEndsTheWalk() throws Exception {
        Walkthrough page =
                Walkthrough.of("```bash\necho one\n```\n```bash\nfalse | cat\n```\n```bash\necho three\n```\n");
        assertThat(Walkthrough.outputs(bash(page.script())))
                .singleElement()
                .asString()
                .contains("one");
    }

    /** Bash on the service and the stand-in, as if the reader had exported what dev mode prints. */
    private String bash(String script) throws IOException, InterruptedException {
        return Bash.run(directory, Path.of("."), script, environment());
    }

    private Map<String, String> environment() {
        return environment(SERVICE.formatted(RestAssured.port));
    }

    private Map<String, String> environment(String service) {
        return Map.of(
                "ATHENA",
                service,
                "SUPABASE_URL",
                standIn.url(),
                "SUPABASE_ANON_KEY",
                standIn.anonKey(),
                "PASSWORD",
                DemoPeople.PASSWORD);
    }
}
