package org.athena.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.regex.Pattern;

/** What the service exposes to Prometheus; for tests that have the {@link ManagementPort}. */
public final class Metrics {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Metrics() {}

    /** Every line, without the comments. */
    public static List<String> lines() {
        return given().baseUri(ManagementPort.url())
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The sum of the series of that name which carry all of these labels, each as {@code name="value"}; 0 without any. */
    public static double sum(String name, String... labels) {
        return lines().stream()
                .filter(line -> line.matches(name + "[ {].*"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The values that a label has, in every series of that name. */
    public static List<String> values(String name, String label) {
        return lines().stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> LABEL.matcher(line).results())
                .filter(match -> match.group(1).equals(label))
                .map(match -> match.group(2))
                .distinct()
                .toList();
    }
}
