package org.athena.platform.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the columns of a file by its headings. */
final class KnownHeadings {

    private final Map<String, String> always = new HashMap<>();
    private final Map<String, Column> loose = new HashMap<>();

    KnownHeadings(List<Column> columns) {
        for (Column column : columns) {
            column.headings().forEach(heading -> always.put(heading, column.name()));
            column.loose().headings().forEach(heading -> loose.put(Heading.folded(heading), column));
        }
    }

    /** The field of each heading; null for a heading that is not one of a column. */
    List<String> fields(List<String> headings) {
        List<String> fields = headings.stream()
                .map(heading -> field(heading, always::get))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < headings.size(); i++) {
            if (fields.get(i) == null) {
                fields.set(i, field(headings.get(i), folded -> besideOthers(folded, fields)));
            }
        }
        return fields;
    }

    private static String field(String heading, UnaryOperator<String> known) {
        String whole = known.apply(Heading.folded(heading));
        return whole == null ? known.apply(Heading.folded(Heading.withoutBracket(heading))) : whole;
    }

    /** The first of several such headings is taken: a school that writes two telephones has the better one in front. */
    private String besideOthers(String folded, List<String> fields) {
        Column column = loose.get(folded);
        boolean fits = column != null && fields.contains(column.loose().beside()) && !fields.contains(column.name());
        return fits ? column.name() : null;
    }
}
