package org.athena.student.imports;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.platform.sheet.Row;
import org.athena.student.StudentColumns;

/** The row of the template that shows how rows are filled. */
final class TemplateExample {

    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            entry("document_type", "Tarjeta de identidad"),
            entry("document_number", "1000000000"),
            entry("first_name", "Ejemplo"),
            entry("last_name", "Borre esta fila"),
            entry("birth_date", "15/03/2014"),
            entry("gender", "F"),
            entry("guardian1_document_type", "Cédula de ciudadanía"),
            entry("guardian1_document_number", "52000000"),
            entry("guardian1_full_name", "Ejemplo de acudiente"),
            entry("guardian1_relationship", "Madre"),
            entry("guardian1_phone", "+57 300 000 0000"),
            entry("guardian1_can_pickup", "sí"));

    private TemplateExample() {}

    static List<String> row() {
        return StudentColumns.ALL.stream()
                .map(column -> EXAMPLE.get(column.name()))
                .toList();
    }

    /** Whether somebody left the example in the file. */
    static boolean is(Row row) {
        return Stream.of("first_name", "last_name")
                .allMatch(column -> EXAMPLE.get(column).equals(row.text(column)));
    }
}
