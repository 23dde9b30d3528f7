package org.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What README.md names is there. The commands themselves are run by other tests. */
class ReadmeTest {

    @Test
    void everyVariableIsInTheExample() throws IOException {
        String example = Files.readString(Path.of(".env.example"));
        assertThat(named("\\b([A-Z]+(?:_[A-Z]+)+)\\b"))
                .contains("DATABASE_URL")
                .allMatch(name -> example.contains("\n" + name + "="));
    }

    @Test
    void everySwitchIsOneOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertThat(named("\\./mvnw [^\n`]*-D(\\w+)"))
                .contains("native")
                .allMatch(name -> build.contains("<" + name + ">") || build.contains("<name>" + name + "</name>"));
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(named("\\]\\(([^):]+)\\)"))
                .contains("docs/walkthrough.md")
                .allMatch(link -> Files.exists(Path.of(link)));
    }

    private static List<String> named(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
