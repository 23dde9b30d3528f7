package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every image must be, which no engine is needed to see: without rights, without a shell, made of named versions. */
class ImagesTest {

    static List<Dockerfile> images() throws IOException {
        return Dockerfile.all();
    }

    @Test
    void thereIsOneForEveryWayToBuild() throws IOException {
        assertThat(images())
                .extracting(Dockerfile::name)
                .containsExactly(
                        "Dockerfile.jvm",
                        "Dockerfile.jvm-aot",
                        "Dockerfile.multistage",
                        "Dockerfile.native",
                        "Dockerfile.native-micro");
    }

    @ParameterizedTest
    @MethodSource("images")
    void itRunsAsAUserWithoutRights(Dockerfile image) {
        // A number: Kubernetes cannot tell whether a name is root's.
        assertThat(image.lastStage().values("USER")).singleElement().asString().matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(image.values("COPY")).noneMatch(copy -> copy.contains("--chown") && copy.contains("athena"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void itNeedsNoShell(Dockerfile image) {
        Dockerfile last = image.lastStage();
        assertThat(last.values("RUN")).isEmpty();
        assertThat(last.values("ENTRYPOINT")).singleElement().asString().startsWith("[\"");
        assertThat(last.values("HEALTHCHECK"))
                .singleElement()
                .asString()
                .contains(" CMD [\"")
                .endsWith("\"health\"]");
        // What else an image could be told would be added to the entry point: arguments are commands.
        assertThat(last.values("CMD")).isEmpty();
        assertThat(image.values("SHELL")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("images")
    void itIsMadeOfNamedVersionsAndOfLocalFiles(Dockerfile image) {
        assertThat(image.values("ADD")).isEmpty();
        assertThat(image.values("FROM"))
                .isNotEmpty()
                .allMatch(base -> base.matches("[a-z0-9./-]+:[a-z0-9.-]+( AS [a-z]+)?"))
                .noneMatch(base -> base.contains(":latest"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void itSaysWhatItIs(Dockerfile image) throws IOException {
        Dockerfile last = image.lastStage();
        assertThat(last.values("LABEL"))
                .singleElement()
                .asString()
                .contains(Stream.of("title", "description", "licenses", "version", "revision")
                        .map(label -> "org.opencontainers.image." + label + "=")
                        .toList());
        assertThat(last.values("EXPOSE"))
                .containsExactly(Variables.example("PORT") + " " + Variables.example("MANAGEMENT_PORT"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void noSecretIsBuiltIn(Dockerfile image) throws IOException {
        assertThat(image.values("ENV")).isEmpty();
        assertThat(image.values("ARG"))
                .extracting(argument -> argument.split("=")[0])
                .doesNotContainAnyElementsOf(Variables.known());
    }

    /** A cache fits only the Java that made it: the image that makes it and the one that reads it are of one version. */
    @Test
    void theCacheIsMadeByTheJavaThatReadsIt() throws IOException {
        Dockerfile image = Dockerfile.of(Dockerfile.DIRECTORY.resolve("Dockerfile.jvm-aot"));
        assertThat(image.values("FROM").stream()
                        .filter(base -> base.contains("/openjdk-"))
                        .map(base -> base.replaceAll(".*/openjdk-(\\d+)(-runtime)?:([0-9.]+).*", "$1 at $3"))
                        .distinct())
                .containsExactly("25 at 1.24");
        assertThat(image.lastStage().values("ENTRYPOINT"))
                .singleElement()
                .asString()
                .contains("\"-XX:AOTCache=/deployments/app.aot\"");
        assertThat(image.lastStage().values("COPY")).contains("--from=fit /deployments/app.aot ./");
    }

    /** A container is run with the certificate where the addresses of the page name it. */
    @Test
    void thePageMountsTheCertificateIntoEveryContainer() throws IOException {
        String directory = DeployPage.certificate().getParent().toString();
        List<String> runs = Stream.of(DeployPage.text().replace("\\\n", "").split("\n"))
                .filter(line -> line.startsWith("$ docker run "))
                .toList();
        assertThat(runs).hasSize(2).allMatch(run -> run.contains(" -v " + directory + ":" + directory + ":ro "));
    }

    /** The engine is sent what is let in, and nothing else. */
    @Test
    void everyFileThatIsCopiedAndNoOtherIsSentToTheEngine() throws IOException {
        List<String> rules = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(rules).startsWith("*").endsWith("**/.env*");
        List<String> copied = images().stream()
                .flatMap(image -> image.values("COPY").stream())
                .filter(copy -> !copy.contains("--from"))
                .flatMap(ImagesTest::sources)
                .toList();
        List<String> letIn = rules.stream()
                .filter(rule -> rule.startsWith("!"))
                .map(rule -> rule.substring(1).replaceAll("/$", ""))
                .toList();
        assertThat(copied).allMatch(source -> letIn.stream().anyMatch(source::startsWith));
        assertThat(letIn).allMatch(rule -> copied.stream().anyMatch(source -> source.startsWith(rule)));
    }

    private static Stream<String> sources(String copy) {
        List<String> words = Arrays.stream(copy.split(" "))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return words.subList(0, words.size() - 1).stream();
    }
}
