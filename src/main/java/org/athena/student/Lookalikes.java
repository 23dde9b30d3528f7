package org.athena.student;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.names.Document;
import org.athena.platform.names.LatinLetters;

/**
 * Guardians under a restriction by the numbers and names that they have or had. The type of the document does not count, and
 * neither do accents, case, punctuation, letters that look alike and the order of the words of a name.
 */
public class Lookalikes {

    private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Alike NOBODY = new Alike(Set.of(), Set.of());

    private final Map<String, Set<UUID>> byNumber = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();

    /** Whom a person resembles by the document, and whom by the name. */
    public record Alike(Set<UUID> byNumber, Set<UUID> byName) {

        public boolean isEmpty() {
            return byNumber.isEmpty() && byName.isEmpty();
        }

        /** The field that shows it: the number, or else the name. */
        public String field() {
            return byNumber.isEmpty() ? "full_name" : "document_number";
        }

        Set<UUID> all() {
            return Stream.concat(byNumber.stream(), byName.stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        /** Without those whom the person resembled before by the same field, and without the person. */
        Alike except(Alike before, UUID self) {
            return new Alike(without(byNumber, before.byNumber, self), without(byName, before.byName, self));
        }

        private static Set<UUID> without(Set<UUID> now, Set<UUID> before, UUID self) {
            Set<UUID> rest = new HashSet<>(now);
            rest.removeAll(before);
            rest.remove(self);
            return rest;
        }
    }

    Lookalikes add(UUID guardian, Collection<String> numbers, Collection<String> names) {
        numbers.forEach(number ->
                byNumber.computeIfAbsent(number(number), key -> new HashSet<>()).add(guardian));
        names.forEach(name ->
                byName.computeIfAbsent(name(name), key -> new HashSet<>()).add(guardian));
        return this;
    }

    /** The guardians under a restriction whom somebody with this document and name resembles. */
    public Alike of(Document document, String fullName) {
        if (byNumber.isEmpty()) {
            return NOBODY;
        }
        return new Alike(
                byNumber.getOrDefault(number(document.number()), Set.of()),
                byName.getOrDefault(name(fullName), Set.of()));
    }

    /** Other types allow hyphens and zeros in front. */
    private static String number(String number) {
        return ZEROS.matcher(number.replace("-", "")).replaceFirst("");
    }

    /** A capital I is drawn like a small l, rn like m, and vv like w (Unicode Technical Standard 39, confusables). */
    private static String name(String name) {
        String folded = LatinLetters.fold(name)
                .replace("'", "")
                .replace('l', 'i')
                .replace("rn", "m")
                .replace("vv", "w");
        return BETWEEN_WORDS
                .splitAsStream(folded)
                .sorted()
                .collect(Collectors.joining(" "))
                .strip();
    }
}
