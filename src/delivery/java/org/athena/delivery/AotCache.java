package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache that the profile {@code aot} has just made; that build runs this after the integration tests, and no other does. */
class AotCache {

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    @TempDir
    Path directory;

    /** As in an image: the same files at another place. {@code on} means that a cache that does not fit ends the start. */
    @Test
    void itFitsThePackageWhereverThatIsCopiedTo() throws Exception {
        String log = serve(copy(), "-XX:AOTMode=on");
        assertThat(log).doesNotContain("[aot");
    }

    @Test
    void theServiceStartsWithoutItWhereItDoesNotFitAndSaysSo() throws Exception {
        Path jar = copy();
        // Other times are other files.
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(serve(jar)).contains("[aot").contains("mismatch");
        Files.delete(jar.resolveSibling("app.aot"));
        assertThat(serve(jar)).contains("[aot");
    }

    /** It is handed out with the image, so of whom and with what the tests signed in must not be in it. */
    @Test
    void nothingThatTheTestsSentIsInIt() throws IOException {
        byte[] bytes = Files.readAllBytes(Packaged.aotJar().resolveSibling("app.aot"));
        String cache = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(cache.contains("org/athena/student/Student")).isTrue();
        assertThat(Stream.of("a-secret-for-tests", "a%20word%21", "a word!", "@127.0.0.1:", "eyJhbGciOi", "Ruiz")
                        .filter(cache::contains))
                .isEmpty();
    }

    /** Starts it until the first authenticated answer, and gives what it wrote. */
    private static String serve(Path jar, String... options) throws Exception {
        Packaged service = Packaged.aot(JAVA, jar, List.of(options));
        try (RunningService running = RunningService.start(service)) {
            running.firstAnswer(Sample.create());
            return running.output();
        }
    }

    private Path copy() throws IOException {
        Path made = Packaged.aotJar().getParent();
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.toList()) {
                Path copy = directory.resolve(made.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return directory.resolve(Packaged.aotJar().getFileName());
    }
}
