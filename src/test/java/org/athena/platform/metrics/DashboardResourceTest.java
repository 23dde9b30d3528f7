package org.athena.platform.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Metrics;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The dashboard and the alerts ask for what the service really exposes. */
@QuarkusTest
@WithTestResource(Installation.class)
class DashboardResourceTest {

    private static final Path DIRECTORY = Path.of("docs/operations/monitoring");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b(?:\\{([^}]*)\\})?");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)");
    /** PromQL's own, and the label that Prometheus adds. */
    private static final Set<String> LANGUAGE = Set.of("histogram_quantile");

    @BeforeEach
    void traffic() {
        Schools.School school = Schools.create().first();
        Api.as(school, "rector").get("/api/v1/students").then().statusCode(200);
        given().header("Authorization", "Bearer " + AuthServer.es256().of(school.person("rector")))
                .get("/api/v1/auth/me");
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        JsonPath dashboard = JsonPath.from(Files.readString(DIRECTORY.resolve("dashboard.json")));
        List<List<String>> expressions = dashboard.getList("panels.targets.expr");
        assertThat(expressions).hasSizeGreaterThan(10);
        expressions.stream().flatMap(List::stream).forEach(DashboardResourceTest::assertKnown);
    }

    @Test
    void theAlertsAskForWhatThereIs() throws IOException {
        List<String> expressions = Files.readString(DIRECTORY.resolve("alerts.yaml"))
                .lines()
                .filter(line -> line.strip().startsWith("expr: "))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(5);
        expressions.forEach(line -> assertKnown(line.strip().substring("expr: ".length())));
    }

    private static void assertKnown(String expression) {
        Set<String> labels = LABELS.matcher(expression)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(", ")))
                .filter(label -> !label.equals("instance"))
                .collect(Collectors.toSet());
        String withoutLabels = LABELS.matcher(expression).replaceAll("");
        SELECTOR.matcher(withoutLabels.replaceAll("\"[^\"]*\"", "\"\""))
                .results()
                .forEach(match -> {
                    String name = match.group(1);
                    if (LANGUAGE.contains(name)) {
                        return;
                    }
                    assertThat(Metrics.lines()).as(name).anyMatch(line -> line.matches(Pattern.quote(name) + "[{ ].*"));
                    Stream<String> matched = match.group(2) == null
                            ? Stream.empty()
                            : Stream.of(match.group(2).split(",")).map(part -> part.replaceAll("\\W.*", ""));
                    Stream.concat(matched, labels.stream())
                            .forEach(label -> assertThat(Metrics.values(name, label))
                                    .as(name + " " + label)
                                    .isNotEmpty());
                });
    }
}
