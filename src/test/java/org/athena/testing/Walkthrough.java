package org.athena.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;

/**
 * A page of commands and of what they print. A {@code bash} block is run, all in one shell; each line of the {@code text} block
 * behind it is a line that it prints, {@code …} standing for anything. {@code console} and
 * {@code yaml} blocks are for the reader alone.
 *
 * @param steps the commands, as they follow each other
 * @param reading the blocks for the reader alone
 */
public record Walkthrough(List<Step> steps, List<String> reading) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\S*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String END = "--- end of step ---";

    /**
     * @param commands what the reader pastes
     * @param expected what it prints, among other lines
     */
    public record Step(String commands, List<String> expected) {

        /** The expected lines that are not in the output. */
        public List<String> missing(String output) {
            return expected.stream().filter(line -> !printed(line, output)).toList();
        }

        private static boolean printed(String expected, String output) {
            String pattern =
                    Arrays.stream(expected.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return output.lines().anyMatch(line -> line.strip().matches(pattern));
        }
    }

    /** Reads a page of Markdown. */
    public static Walkthrough of(String markdown) {
        List<Step> steps = new ArrayList<>();
        List<String> reading = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        String before = "";
        while (block.find()) {
            switch (block.group(1)) {
                case "bash" -> steps.add(new Step(block.group(2), List.of()));
                case "text" -> expect(steps, before, block.group(2));
                case "console", "yaml" -> reading.add(block.group(2));
                // A misspelt kind would be a block that nobody runs.
                default -> throw new IllegalArgumentException("no kind of block: " + block.group(1));
            }
            before = block.group(1);
        }
        return new Walkthrough(steps, reading);
    }

    /** An expectation that belongs to no command would never be looked at. */
    private static void expect(List<Step> steps, String before, String text) {
        if (!before.equals("bash")) {
            throw new IllegalArgumentException("no command before: " + text);
        }
        Step last = steps.remove(steps.size() - 1);
        steps.add(new Step(last.commands(), lines(text)));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What the reader is shown of a print-out, as a step to compare it with. */
    public Step shown(String mark) {
        return reading.stream()
                .filter(block -> block.contains(mark))
                .map(block -> new Step("", lines(block)))
                .findFirst()
                .orElseThrow();
    }

    /** All commands for one shell, which says where each step ends and stops at the first that fails. */
    public String script() {
        return steps.stream()
                .map(step -> step.commands() + "printf '\\n%s\\n' '" + END + "'\n")
                .collect(Collectors.joining("", "set -euo pipefail\n", ""));
    }

    /** Each step was run to its end and printed what the page says; what is missing is shown beside what was printed. */
    public void assertPrinted(String printed) {
        List<String> outputs = outputs(printed);
        assertThat(outputs).as(printed).hasSameSizeAs(steps).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < outputs.size(); i++) {
            Step step = steps.get(i);
            softly.assertThat(step.missing(outputs.get(i)))
                    .as("expected, but not printed by%n%s%nwhich printed%n%s", step.commands(), outputs.get(i))
                    .isEmpty();
        }
        softly.assertAll();
    }

    /** What each step printed that was run to its end. */
    public static List<String> outputs(String printed) {
        String[] parts = printed.split(Pattern.quote(END), -1);
        return List.of(parts).subList(0, parts.length - 1);
    }
}
