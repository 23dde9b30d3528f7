package org.athena.platform.sheet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * @param undivided the columns that people have in the place of this one and others
 * @param loose headings that mean this column in some files only
 */
public record Column(String name, boolean required, List<String> aliases, Undivided undivided, Loose loose) {

    public Column(String name, boolean required, List<String> aliases) {
        this(name, required, aliases, new Undivided(List.of(), List.of()), new Loose(List.of(), null));
    }

    /**
     * Columns that hold what stands in several columns here.
     *
     * @param headings their headings, the likeliest first
     * @param columns the headings of the columns to use in their place
     */
    public record Undivided(List<String> headings, List<String> columns) {}

    /**
     * Headings that mean a column only in a file that has another one too, and nothing better for this one.
     *
     * @param headings the headings
     * @param beside the field of the other column; null without headings
     */
    public record Loose(List<String> headings, String beside) {}

    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }

    /** The column with what is said of a file that has one of these headings in its place. */
    public Column insteadOf(List<String> headings, List<String> columns) {
        return new Column(name, required, aliases, new Undivided(headings, columns), loose);
    }

    /** The column, found under these headings too in a file that has the other field. */
    public Column orBeside(String field, List<String> headings) {
        return new Column(name, required, aliases, undivided, new Loose(headings, field));
    }

    /** What is said of a file without the column, which has these other headings. */
    CellFault missing(Collection<String> others) {
        return undivided.headings().stream()
                .flatMap(heading -> same(heading, others).stream())
                .findFirst()
                .map(this::undivided)
                .orElseGet(() -> CellFault.of(FaultCode.MISSING_COLUMN, "is missing"));
    }

    private static Optional<String> same(String heading, Collection<String> others) {
        String folded = Heading.folded(heading);
        return others.stream()
                .filter(other -> Heading.folded(other).equals(folded))
                .findFirst();
    }

    private CellFault undivided(String heading) {
        String message = "is missing: " + heading + " is not divided; use " + String.join(", ", undivided.columns());
        return CellFault.of(FaultCode.UNDIVIDED_COLUMN, message)
                .with("heading", heading)
                .with("columns", undivided.columns());
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
