package org.athena.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Searches what the service logged while all other tests ran; the build runs it after them. A log that was searched is put
 * aside, so that the next run starts with none.
 */
class LogScan {

    @Test
    void ofTheSuite() throws IOException {
        List<String> lines = take(Path.of("target/log"), "suite.log");
        if (System.getProperty("athena.test.selected", "").startsWith("$")) {
            assertThat(lines).as("the sentinels were sent").anyMatch(line -> line.contains(SentinelsResourceTest.ID));
        }
        assertThat(Leaks.in(lines)).isEmpty();
    }

    @Test
    void ofThePackage() throws IOException {
        assertThat(Leaks.in(take(Path.of("target/log"), "suite.log"))).isEmpty();
    }

    /** Every line of the log and of what was rotated. */
    private static List<String> take(Path directory, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> logs;
        try (Stream<Path> files = Files.list(directory)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path log : logs) {
            lines.addAll(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            Path scanned = directory.resolve("scanned-" + log.getFileName());
            Files.move(log, scanned, StandardCopyOption.REPLACE_EXISTING);
        }
        // The embedded database's own log comes the same way; a service has it elsewhere.
        lines.removeIf(line -> line.contains("[io.zonky."));
        return lines;
    }
}
