package org.athena.student.imports;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.athena.platform.names.PlainWord;

/** Names the columns that were not read although they seem to say something of a guardian, a document or a date. */
final class IgnoredHeadings {

    private static final Set<String> GUARDIANS = Set.of(
            "acudiente",
            "acudientes",
            "madre",
            "padre",
            "mama",
            "papa",
            "tutor",
            "tutora",
            "representante",
            "parentesco");

    private static final Set<String> OTHERS = Set.of(
            "documento",
            "identificacion",
            "cedula",
            "doc",
            "fecha",
            "nacimiento",
            "telefono",
            "celular",
            "correo",
            "email");

    private IgnoredHeadings() {}

    static List<String> notes(List<String> ignored) {
        return ignored.stream().flatMap(IgnoredHeadings::note).toList();
    }

    private static Stream<String> note(String heading) {
        String note = "The column " + heading + " was not read";
        if (has(heading, GUARDIANS)) {
            return Stream.of(note + ". Columns of guardians begin with Acudiente 1: or Acudiente 2:, for example"
                    + " Acudiente 1: documento");
        }
        return has(heading, OTHERS) ? Stream.of(note) : Stream.empty();
    }

    private static boolean has(String heading, Set<String> words) {
        return Stream.of(heading.split("[^\\p{L}]+")).map(PlainWord::of).anyMatch(words::contains);
    }
}
