package org.athena.platform.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkus.runtime.configuration.DurationConverter;

/**
 * The allowed values of a variable.
 *
 * @param words a description of the allowed values, such as {@code a whole number from 1 to 100}
 * @param optional whether the variable may be set to an empty text, which counts as not set
 * @param test whether a value is allowed; an exception means that it is not
 */
record Allowed(String words, boolean optional, Predicate<String> test) {

    /** The words that SmallRye Config knows; it would read any other word as false without a message. */
    private static final Set<String> YES_OR_NO = Set.of("true", "yes", "y", "on", "1", "false", "no", "n", "off", "0");

    /** Any text; other code checks it. */
    static Allowed text() {
        return new Allowed("a text", true, value -> true);
    }

    static Allowed yesOrNo() {
        return new Allowed(
                "true or false",
                false,
                value -> YES_OR_NO.contains(value.strip().toLowerCase(Locale.ROOT)));
    }

    static Allowed word(boolean optional, String... known) {
        List<String> words = List.of(known);
        return new Allowed(String.join(" or ", words), optional, words::contains);
    }

    static Allowed number(int least, int most) {
        return new Allowed("a whole number from " + least + " to " + most, false, value -> {
            int number = Integer.parseInt(value.strip());
            return number >= least && number <= most;
        });
    }

    static Allowed share() {
        return new Allowed("a share from 0 to 1, such as 0.1", false, value -> {
            BigDecimal share = new BigDecimal(value.strip());
            return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
        });
    }

    /** A duration in the form that Quarkus reads: {@code 500ms}, {@code 20S}, {@code 2H}, {@code 365D}, {@code PT1M}, or seconds. */
    static Allowed time(String least, String most) {
        Duration from = DurationConverter.parseDuration(least);
        Duration to = DurationConverter.parseDuration(most);
        return new Allowed("a time from " + least + " to " + most + ", such as 500ms, 20S, 5M or 1D", false, value -> {
            Duration time = DurationConverter.parseDuration(value);
            return time.compareTo(from) >= 0 && time.compareTo(to) <= 0;
        });
    }

    /** The same values, or this word. */
    Allowed or(String word) {
        return new Allowed(word + " or " + words, optional, value -> value.equals(word) || passes(value));
    }

    /** The same values, or an empty text, which means not set. */
    Allowed orEmpty() {
        return new Allowed(words, true, test);
    }

    /** The fault of a value, which does not repeat the value; empty when the value is allowed. */
    Optional<String> fault(String value) {
        if (value.isBlank()) {
            return optional ? Optional.empty() : Optional.of("is set, but empty: it must be " + words);
        }
        return passes(value) ? Optional.empty() : Optional.of("must be " + words);
    }

    private boolean passes(String value) {
        try {
            return test.test(value);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
