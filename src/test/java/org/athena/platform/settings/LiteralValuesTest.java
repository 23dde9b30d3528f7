package org.athena.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athena.platform.database.DatabaseUrlConfigSource;
import org.athena.platform.identity.TrustedProxies;
import org.athena.platform.tracing.TraceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A value of the environment reaches whoever reads it as it stands, by the very sources that the service has. */
class LiteralValuesTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern VARIABLE = Pattern.compile("^([A-Z][A-Z0-9_]*)=", Pattern.MULTILINE);
    private static final List<String> VALUES = List.of(
            "a$$b",
            "$",
            "$$$",
            "${HOME}",
            "$${HOME}",
            "${HOME",
            "${a::b}",
            "${a:b}",
            "\\",
            "\\$",
            "\\\\$$x",
            "\\${HOME}",
            "a\\,b",
            "%24%41",
            "#a",
            "'a'",
            "\"a\"",
            " a ",
            "a\n");

    @TempDir
    Path directory;

    /** Each variable of the example, read by its own name. */
    static Stream<String> variables() throws IOException {
        return VARIABLE.matcher(Files.readString(Path.of(".env.example")))
                .results()
                .map(line -> line.group(1));
    }

    /** Each property that {@code application.properties} fills from a variable, as {@code property=VARIABLE}. */
    static List<String> properties() throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(PROPERTIES));
        Pattern filled = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):.*");
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .filter(name -> filled.matcher(properties.getProperty(name)).matches())
                .map(name -> name + "=" + properties.getProperty(name).replaceAll(filled.pattern(), "$1"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("variables")
    void everyVariableOfTheExampleIsReadAsItStands(String variable) throws IOException {
        for (String value : VALUES) {
            assertThat(read(Map.of(variable, value), variable, List.of())).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everySettingThatAVariableFillsIsItsValue(String line) throws IOException {
        String property = line.split("=")[0];
        String variable = line.split("=")[1];
        for (String value : VALUES) {
            assertThat(read(Map.of(variable, value), property)).isEqualTo(value);
        }
    }

    /** Quarkus finds a setting of ours by the variable's name as well. */
    @Test
    void aSettingOfOursIsTheValueOfTheVariableWithItsName() throws IOException {
        for (String value : VALUES) {
            assertThat(read(Map.of("ATHENA_AUTH_CLIENT_IDS", value), "athena.auth.client-ids"))
                    .isEqualTo(value);
        }
    }

    @Test
    void userAndPasswordOfAnAddressAreWhatTheirPercentEncodingSays() throws IOException {
        for (String value : VALUES) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            String url = "postgresql://" + encoded + ":" + encoded + "@127.0.0.1/d";
            assertThat(read(Map.of("DATABASE_URL", url), "quarkus.datasource.username"))
                    .isEqualTo(value);
            assertThat(read(Map.of("DATABASE_URL", url), "quarkus.datasource.password"))
                    .isEqualTo(value);
            Map<String, String> both = Map.of("DATABASE_URL", url, "DATABASE_READ_URL", url);
            assertThat(read(both, "quarkus.datasource.replica.password")).isEqualTo(value);
        }
        String plain = "postgresql://u$$:p$$'!@127.0.0.1/d$$b?ApplicationName=$$";
        assertThat(read(Map.of("DATABASE_URL", plain), "quarkus.datasource.username"))
                .isEqualTo("u$$");
        assertThat(read(Map.of("DATABASE_URL", plain), "quarkus.datasource.password"))
                .isEqualTo("p$$'!");
        assertThat(read(Map.of("DATABASE_URL", plain), "quarkus.datasource.jdbc.url"))
                .startsWith("jdbc:postgresql://127.0.0.1:5432/d$$b?ApplicationName=%24%24&");
    }

    @Test
    void theNameOfThePasswordFileIsReadAsItStands() throws IOException {
        for (String name : List.of("a$$b", "${HOME}", "\\$x", " a ", "#%41'\"")) {
            Path file = Files.writeString(directory.resolve(name), "a word");
            Map<String, String> settings =
                    Map.of("DATABASE_URL", "postgresql://u@127.0.0.1/d", "DATABASE_PASSWORD_FILE", file.toString());
            assertThat(read(settings, "quarkus.datasource.credentials-provider"))
                    .isEqualTo(file.toString());
        }
    }

    @Test
    void whereTracesGoAndWhoseProxiesAreBelievedIsReadAsItStands() throws IOException {
        for (String value : VALUES) {
            assertThat(read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", value), "quarkus.otel.exporter.otlp.endpoint"))
                    .isEqualTo(value);
            assertThat(read(Map.of("ATHENA_TRUSTED_PROXIES", value), "quarkus.http.proxy.trusted-proxies"))
                    .isEqualTo(value);
        }
    }

    /** What our own file says is still filled in. */
    @Test
    void aDefaultIsTakenWhereTheVariableIsNotSet() throws IOException {
        assertThat(read(Map.of(), "quarkus.http.port")).isEqualTo("8080");
        assertThat(read(Map.of("ATHENA_DATABASE_POOL_SIZE", "7"), "quarkus.datasource.replica.jdbc.max-size"))
                .isEqualTo("7");
    }

    private static String read(Map<String, String> environment, String name) throws IOException {
        return read(
                environment, name, List.of(new DatabaseUrlConfigSource(), new TrustedProxies(), new TraceSettings()));
    }

    private static String read(Map<String, String> environment, String name, List<ConfigSourceFactory> factories)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", "/home/of/somebody");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withSources(new EnvConfigSource(all, 300), properties(PROPERTIES))
                .withSources(factories.toArray(ConfigSourceFactory[]::new))
                .build();
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    private static PropertiesConfigSource properties(Path file) throws IOException {
        return new PropertiesConfigSource(file.toUri().toURL(), 250);
    }
}
