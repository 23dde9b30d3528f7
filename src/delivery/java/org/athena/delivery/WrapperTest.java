package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

/** The wrapper runs no Maven but the one whose sums stand beside its address, whichever mirror it comes from. */
class WrapperTest {

    private static final String MAVEN = "apache-maven-3.9.16";
    private static final String PROPERTIES = ".mvn/wrapper/maven-wrapper.properties";

    @TempDir
    Path directory;

    private HttpServer mirror;

    /** A mirror with a Maven that only says that it ran. */
    @BeforeEach
    void mirror() throws Exception {
        Path program = Files.createDirectories(directory.resolve("made/" + MAVEN + "/bin"))
                .resolve("mvn");
        Files.writeString(program, "#!/bin/sh\necho a Maven ran: \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        zip(program);
        assertThat(new ProcessBuilder("tar", "czf", "../maven.tar.gz", MAVEN)
                        .directory(directory.resolve("made").toFile())
                        .start()
                        .waitFor())
                .isZero();
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/org/apache/maven/apache-maven/3.9.16/", exchange -> {
            byte[] file = Files.readAllBytes(directory.resolve(
                    exchange.getRequestURI().getPath().endsWith(".zip") ? "maven.zip" : "maven.tar.gz"));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        mirror.start();
    }

    @AfterEach
    void stop() {
        mirror.stop(0);
    }

    private void zip(Path program) throws IOException {
        URI file = URI.create("jar:" + directory.resolve("maven.zip").toUri());
        Map<String, ?> posix = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(file, posix)) {
            Path entry = zip.getPath(MAVEN, "bin", "mvn");
            Files.createDirectories(entry.getParent());
            Files.copy(program, entry);
            Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMavenWithAnotherSumIsNotRun(boolean unzip) throws Exception {
        String output = run(Files.readString(Path.of(PROPERTIES)), unzip);
        assertThat(output)
                .contains("Failed to validate Maven distribution SHA-256")
                .doesNotContain("a Maven ran");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMavenWithItsSumIsRun(boolean unzip) throws Exception {
        String properties = Files.readString(Path.of(PROPERTIES))
                .replaceAll("(?m)^distributionSha256Sum=.*", "distributionSha256Sum=" + sum("maven.zip"))
                .replaceAll("(?m)^tarGzSha256Sum=.*", "tarGzSha256Sum=" + sum("maven.tar.gz"));
        assertThat(run(properties, unzip)).contains("a Maven ran: --version");
    }

    @Test
    void bothSumsStandBesideTheAddress() throws IOException {
        assertThat(Files.readString(Path.of(PROPERTIES)))
                .containsPattern("(?m)^distributionUrl=.*/" + MAVEN + "-bin.zip$")
                .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$")
                .containsPattern("(?m)^tarGzSha256Sum=[0-9a-f]{64}$");
    }

    /** A copy of the wrapper with nothing fetched before, on a machine with {@code unzip} or without. */
    private String run(String properties, boolean unzip) throws Exception {
        Path copy = directory.resolve("copy");
        Files.createDirectories(copy.resolve(PROPERTIES).getParent());
        Files.writeString(copy.resolve(PROPERTIES), properties);
        Files.copy(Path.of("mvnw"), copy.resolve("mvnw"));
        ProcessBuilder wrapper = new ProcessBuilder(
                        "/bin/sh", copy.resolve("mvnw").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        wrapper.environment()
                .put("MVNW_REPOURL", "http://127.0.0.1:" + mirror.getAddress().getPort());
        wrapper.environment().put("MAVEN_USER_HOME", directory.resolve("home").toString());
        wrapper.environment().put("PATH", programs(unzip));
        wrapper.start().waitFor();
        return Files.readString(directory.resolve("output"));
    }

    /** What the wrapper needs of a machine; the machine of this test has {@code unzip} or not. */
    private String programs(boolean unzip) throws IOException {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        for (String name : ("basename cat curl dirname gzip ls mkdir mktemp mv rm sha256sum tar tr uname"
                        + (unzip ? " unzip" : ""))
                .split(" ")) {
            Optional<Path> program = Stream.of("/usr/bin/", "/bin/")
                    .map(in -> Path.of(in + name))
                    .filter(Files::isExecutable)
                    .findFirst();
            assumeThat(program).as(name).isPresent();
            Files.createSymbolicLink(programs.resolve(name), program.get());
        }
        return programs.toString();
    }

    private String sum(String file) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(directory.resolve(file));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
