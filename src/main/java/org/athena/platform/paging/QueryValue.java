package org.athena.platform.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.json.Dates;
import org.athena.platform.json.Uuids;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

/**
 * The text of one query parameter; each reading method refuses a wrong value and names the parameter.
 *
 * @param name the name of the parameter
 * @param value the value, or null when it was not sent
 */
public record QueryValue(String name, String value) {

    /** The largest number of characters of a text. */
    public static final int MAX_LENGTH = 100;

    private static final String TEXT =
            "must be text of at most " + MAX_LENGTH + " characters, without control characters";

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag() {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw wrong(FaultCode.NOT_TRUE_OR_FALSE, "must be true or false");
        }
        return Optional.ofNullable(value).map(Boolean::valueOf);
    }

    /**
     * {@code true}, {@code false}, or {@code any} for both.
     *
     * @param byDefault what applies when the parameter was not sent
     * @return empty for {@code any}
     */
    public Optional<Boolean> flag(boolean byDefault) {
        if ("any".equals(value)) {
            return Optional.empty();
        }
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw ProblemException.invalid(
                    new Violation(name, "query", "must be true, false or any", FaultCode.NOT_ALLOWED)
                            .with("allowed", List.of("true", "false", "any")));
        }
        return Optional.of(value == null ? byDefault : Boolean.parseBoolean(value));
    }

    /** A UUID in its canonical form. */
    public Optional<UUID> uuid() {
        return Optional.ofNullable(value)
                .map(text -> Uuids.canonical(text).orElseThrow(() -> wrong(FaultCode.NOT_A_UUID, "must be a UUID")));
    }

    /** A moment (RFC 3339) or a day, which begins at midnight UTC. */
    public Optional<Instant> moment() {
        try {
            return Optional.ofNullable(value)
                    .map(text -> text.length() == 10
                            ? Dates.day(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Dates.moment(text));
        } catch (DateTimeException e) {
            throw wrong(FaultCode.NOT_A_TIME, "must be a date or an RFC 3339 time");
        }
    }

    /** A text of at most 100 characters. */
    public Optional<String> text() {
        if (value != null && value.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    new Violation(name, "query", TEXT, FaultCode.TOO_LONG).with("max", MAX_LENGTH));
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw wrong(FaultCode.NOT_STORABLE, TEXT);
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The name of a constant. */
    public <E extends Enum<E>> Optional<E> word(Class<E> words) {
        return Optional.ofNullable(value)
                .map(text -> Stream.of(words.getEnumConstants())
                        .filter(word -> word.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                Violation.notOneOf(List.of(words.getEnumConstants()), name, "query"))));
    }

    /** One of the words. */
    public Optional<String> oneOf(Collection<String> words) {
        if (value != null && !words.contains(value)) {
            throw ProblemException.invalid(Violation.notOneOf(words, name, "query"));
        }
        return Optional.ofNullable(value);
    }

    /** The names of one constant or several, with commas between them. */
    public <E extends Enum<E>> Optional<String[]> words(Class<E> words) {
        Optional<String[]> named = Optional.ofNullable(value).map(text -> text.split(",", -1));
        named.ifPresent(all -> Stream.of(all).forEach(one -> new QueryValue(name, one).word(words)));
        return named;
    }

    private ProblemException wrong(FaultCode code, String message) {
        return ProblemException.invalid(name, "query", code, message);
    }
}
