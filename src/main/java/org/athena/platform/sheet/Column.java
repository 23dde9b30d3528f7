package org.athena.platform.sheet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellFault;

/**
 * A column that a file may have.
 *
 * @param name the field that the column fills, for example {@code document_number}
 * @param required whether a file without the column is refused
 * @param aliases other headings under which the column is found; accents, case, spaces and punctuation do not matter
 * @param mistaken headings of columns that people have in the place of this one
 * @param advice what to do about those; null without any
 */
public record Column(String name, boolean required, List<String> aliases, List<String> mistaken, String advice) {

    public Column(String name, boolean required, List<String> aliases) {
        this(name, required, aliases, List.of(), null);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }

    /** The column with advice for a file that has one of these headings in its place. */
    public Column insteadOf(List<String> headings, String what) {
        return new Column(name, required, aliases, headings, what);
    }

    /** What is said of a file without the column. */
    CellFault missing(Collection<String> others) {
        Set<String> known = mistaken.stream().map(Heading::folded).collect(Collectors.toSet());
        boolean advised = others.stream().map(Heading::folded).anyMatch(known::contains);
        return CellFault.of(FaultCode.MISSING_COLUMN, advised ? "is missing: " + advice : "is missing");
    }

    /** The heading for people: the first alias, or the name when it has none. */
    public String title() {
        return aliases.isEmpty() ? name : aliases.get(0);
    }

    /** The folded forms of all its headings. */
    Set<String> headings() {
        return Stream.concat(Stream.of(name), aliases.stream())
                .map(Heading::folded)
                .collect(Collectors.toSet());
    }
}
