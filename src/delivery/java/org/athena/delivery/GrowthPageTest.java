package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;
import org.athena.testing.DebianPostgres;
import org.athena.testing.Walkthrough;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of {@code docs/operations/growth.md} are as large as it says. */
class GrowthPageTest {

    private static final Path PAGE = Path.of("docs/operations/growth.md");
    private static final Pattern CLAIM = Pattern.compile("^\\| `(\\w+)` \\| ([\\d,]+) \\|$", Pattern.MULTILINE);
    private static final Pattern MEASURED = Pattern.compile("^athena\\.(\\w+)\\|\\d+\\|(\\d+)$", Pattern.MULTILINE);

    @TempDir
    Path directory;

    @BeforeAll
    static void postgresIsThere() {
        if (!DebianPostgres.installed()) {
            Logger.getLogger(GrowthPageTest.class).error("ROWS WERE NOT MEASURED: this machine has no PostgreSQL 15");
        }
        assumeThat(DebianPostgres.installed() || System.getenv("CI") != null).isTrue();
    }

    @Test
    void rowsAreAsLargeAsItSays() throws Exception {
        String page = Files.readString(PAGE);
        Map<String, Integer> claims = new HashMap<>();
        CLAIM.matcher(page)
                .results()
                .forEach(row ->
                        claims.put(row.group(1), Integer.parseInt(row.group(2).replace(",", ""))));
        assertThat(claims).hasSizeGreaterThan(5);
        try (DebianPostgres scratch = DebianPostgres.start("postgres")) {
            DatabaseUrl service = DatabaseUrl.parse("SERVICE", scratch.url("athena_service", "s"));
            new Migration(DatabaseUrl.parse("OWNER", scratch.url()), service).run();
            String printed = bash(Walkthrough.of(page), scratch.url());
            Map<String, Integer> measured = new HashMap<>();
            MEASURED.matcher(printed)
                    .results()
                    .forEach(row -> measured.put(row.group(1), Integer.parseInt(row.group(2))));
            assertThat(measured).containsOnlyKeys(claims.keySet());
            claims.forEach((table, bytes) -> assertThat(measured.get(table))
                    .as(table + " in " + measured)
                    .isCloseTo(bytes, withPercentage(20)));
        }
    }

    private String bash(Walkthrough page, String url) throws IOException, InterruptedException {
        Path commands = Files.writeString(directory.resolve("commands"), page.script());
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", commands.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SCRATCH", url);
        builder.environment().merge("PATH", DebianPostgres.PROGRAMS + ":", (path, first) -> first + path);
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        page.assertPrinted(printed);
        return printed;
    }
}
