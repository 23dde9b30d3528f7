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
 * What a variable may say.
 *
 * @param words what is allowed, such as {@code a whole number from 1 to 100}
 * @param optional whether it may be set and empty, which is then as good as not set
 * @param test whether a value is allowed; whatever it throws means no
 */
record Allowed(String words, boolean optional, Predicate<String> test) {

    /** The words that SmallRye Config knows; any other would silently mean false. */
    private static final Set<String> YES_OR_NO = Set.of("true", "yes", "y", "on", "1", "false", "no", "n", "off", "0");

    /** A text that somebody else reads. */
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

    /** As Quarkus reads it: {@code 500ms}, {@code 20S}, {@code 2H}, {@code 365D}, {@code PT1M}, or seconds. */
    static Allowed time(String least, String most) {
        Duration from = DurationConverter.parseDuration(least);
        Duration to = DurationConverter.parseDuration(most);
        return new Allowed("a time from " + least + " to " + most + ", such as 500ms, 20S, 5M or 1D", false, value -> {
            Duration time = DurationConverter.parseDuration(value);
            return time.compareTo(from) >= 0 && time.compareTo(to) <= 0;
        });
    }

    /** The same, and one word besides. */
    Allowed or(String word) {
        return new Allowed(word + " or " + words, optional, value -> value.equals(word) || passes(value));
    }

    /** The same, where being empty is a choice. */
    Allowed orEmpty() {
        return new Allowed(words, true, test);
    }

    /** What is wrong with a value, without repeating it; empty when nothing is. */
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
