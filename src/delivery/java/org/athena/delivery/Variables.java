package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables that the service reads, which are those of {@code .env.example}. */
final class Variables {

    private static final Pattern LINE = Pattern.compile("^([A-Z][A-Z0-9_]*)=(.*)$", Pattern.MULTILINE);
    private static final Pattern TIMEOUT = Pattern.compile("^quarkus\\.shutdown\\.timeout=(\\d+)S$", Pattern.MULTILINE);

    private Variables() {}

    /** Their names. */
    static Set<String> known() throws IOException {
        return examples().keySet();
    }

    /** The value that the example gives one, which is its default. */
    static String example(String name) throws IOException {
        return examples().get(name);
    }

    /** How long requests under way are waited for after the delay. */
    static Duration shutdownTimeout() throws IOException {
        var timeout = TIMEOUT.matcher(Files.readString(Path.of("src/main/resources/application.properties")));
        assertThat(timeout.find()).isTrue();
        return Duration.ofSeconds(Long.parseLong(timeout.group(1)));
    }

    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        LINE.matcher(Files.readString(Path.of(".env.example")))
                .results()
                .forEach(line -> examples.put(line.group(1), line.group(2)));
        return examples;
    }
}
