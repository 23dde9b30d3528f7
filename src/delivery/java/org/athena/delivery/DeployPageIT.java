package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.Bash;
import org.athena.testing.Ports;
import org.athena.testing.Walkthrough;
import org.athena.testing.process.Packaged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** {@code docs/operations/deploy.md} as an operator follows it, with the package and an empty PostgreSQL, in one shell. */
class DeployPageIT {

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private AuthStandIn supabase;

    /** Only a JDK and Node are promised to who runs the tests; where the page must be followed, a missing shell is a fault. */
    @BeforeAll
    static void theShellIsThere() {
        List<String> missing = Stream.of("bash", "curl")
                .filter(tool -> Stream.of(System.getenv("PATH").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool))))
                .toList();
        if (!missing.isEmpty()) {
            System.err.println("THE OPERATOR'S PAGE WAS NOT FOLLOWED: THERE IS NO " + String.join(", NO ", missing));
        }
        assumeThat(missing.isEmpty() || System.getenv("CI") != null).isTrue();
    }

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        supabase = new AuthStandIn(3600);
    }

    @AfterEach
    void stop() throws IOException {
        supabase.close();
        postgres.close();
    }

    @Test
    void everyCommandOfThePagePrintsWhatThePageSays() throws Exception {
        Walkthrough page = Walkthrough.of(DeployPage.text());
        String printed = bash(page.script());
        page.assertPrinted(printed);
    }

    /** What the reader exports is what the test gives, and what the page names exists. */
    @Test
    void theReaderIsToldWhatTheCommandsNeed() throws Exception {
        String text = DeployPage.text();
        Path certificate = DeployPage.certificate().getFileName();
        assertThat(given().keySet()).allMatch(name -> text.contains("$ export " + name + "="));
        Pattern.compile("src/main/[\\w./-]*\\w")
                .matcher(text)
                .results()
                .map(named -> Path.of(named.group()))
                // The reader's, in a copy of this repository.
                .filter(named -> !named.endsWith(certificate))
                .forEach(named -> assertThat(named).exists());
    }

    /** What the reader exported, but a database on this machine, which is spoken to without TLS. */
    private Map<String, String> given() {
        String server = "@127.0.0.1:" + postgres.getPort() + "/postgres";
        // With a sign that a shell takes for its own, as the page's addresses have.
        String options = "?sslmode=disable&connectTimeout=10";
        return Map.of(
                "OWNER_URL",
                "postgresql://postgres" + server + options,
                "SERVICE_URL",
                "postgresql://athena_service:of%20its%20own" + server + options,
                "SUPABASE_URL",
                supabase.url(),
                "SUPABASE_ANON_KEY",
                supabase.anonKey(),
                "SUPABASE_SERVICE_ROLE_KEY",
                supabase.serviceKey(),
                "EMAIL",
                "primera@example.org");
    }

    private String bash(String script) throws IOException, InterruptedException {
        return Bash.run(directory, directory, "trap 'kill $(jobs -p) 2> /dev/null' EXIT\n" + script, variables())
                + log();
    }

    private Map<String, String> variables() throws IOException {
        Ports ports = Ports.free();
        Map<String, String> variables = new HashMap<>(given());
        variables.put("PATH", athena().getParent() + ":" + System.getenv("PATH"));
        variables.put("PORT", String.valueOf(ports.api()));
        variables.put("MANAGEMENT_PORT", String.valueOf(ports.management()));
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        return variables;
    }

    /** The command that the reader has on the path. */
    private Path athena() throws IOException {
        String command = Packaged.built().command().stream()
                .map(word -> word.startsWith("target/")
                        ? Path.of(word).toAbsolutePath().toString()
                        : word)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Path script = Files.createDirectories(directory.resolve("bin")).resolve("athena");
        Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        script.toFile().setExecutable(true);
        return script;
    }

    private String log() throws IOException {
        Path log = directory.resolve("athena.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
