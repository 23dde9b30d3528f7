package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.athena.platform.problem.ProblemException;

/** Reads whole files in the tests of this room. */
final class ReadFile {

    static final List<Column> COLUMNS = List.of(
            Column.required("document_type", "Tipo de documento"),
            Column.required("document_number", "Número de documento", "N.º de documento", "Documento"),
            Column.required("first_name", "Primer nombre", "Nombre"),
            Column.optional("birth_date", "Fecha de nacimiento"));

    static final Bounds BOUNDS = new Bounds(5 * 1024 * 1024, 10_000);

    final SheetFile file;
    final List<Row> rows = new ArrayList<>();

    ReadFile(byte[] bytes) {
        file = SheetFile.of(bytes, COLUMNS, BOUNDS);
        file.rows(rows::add);
    }

    ReadFile(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> texts(String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    static ProblemException refusal(byte[] bytes) {
        return catchThrowableOfType(ProblemException.class, () -> new ReadFile(bytes));
    }

    static String why(byte[] bytes) {
        return refusal(bytes).violations().get(0).message();
    }
}
