package org.athena.student;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

/**
 * A CSV of students as text (RFC 4180): UTF-8 with or without a byte order mark, separated by commas or semicolons. Rows are
 * numbered as a spreadsheet shows them: the header is row 1.
 *
 * @param columns the header, from left to right
 * @param rows every row that is not blank
 */
record StudentFile(List<String> columns, List<Row> rows) {

    static final int MAX_BYTES = 5 * 1024 * 1024;
    static final int MAX_ROWS = 10_000;
    private static final int MAX_COLUMNS = 50;

    private static final Set<String> REQUIRED = Set.of("document_type", "document_number", "first_name", "last_name");
    private static final Set<String> KNOWN = Set.of(
            "document_type",
            "document_number",
            "first_name",
            "middle_name",
            "last_name",
            "second_last_name",
            "birth_date",
            "gender");

    /**
     * @param number the row's number in the file
     * @param cells what stands in the columns that are filled
     * @param surplus whether there are more cells than columns
     */
    record Row(long number, Map<String, String> cells, boolean surplus) {

        Violation fault(String column, String message) {
            return new Violation(column, "row " + number, message);
        }
    }

    /**
     * @throws ProblemException 400 when it is not text, no CSV, too long, or its header is not understood
     */
    static StudentFile of(byte[] bytes) {
        String text = text(bytes);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw invalid("is empty");
            }
            List<String> columns = columns(records.next());
            List<Row> rows = new ArrayList<>();
            while (records.hasNext()) {
                Row row = row(records.next(), columns);
                if (row.surplus() || !row.cells().isEmpty()) {
                    rows.add(row);
                }
                if (rows.size() > MAX_ROWS) {
                    throw invalid("has more than 10,000 rows; divide it");
                }
            }
            return new StudentFile(columns, rows);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw invalid("is no CSV; a quotation mark may be missing");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw invalid("holds a NUL sign");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw invalid("is not UTF-8; save it as CSV UTF-8");
        }
    }

    /** The header tells: no column of ours has either sign in its name. */
    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(header.indexOf(';') >= 0 ? ';' : ',')
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static List<String> columns(CSVRecord header) {
        if (header.size() > MAX_COLUMNS) {
            throw invalid("has more than " + MAX_COLUMNS + " columns");
        }
        List<String> columns = header.stream().map(String::strip).toList();
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!KNOWN.contains(column)) {
                faults.add(new Violation(shortened(column), "row 1", "is no column of a student"));
            } else if (!seen.add(column)) {
                faults.add(new Violation(column, "row 1", "stands there twice"));
            }
        }
        REQUIRED.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .forEach(column -> faults.add(new Violation(column, "row 1", "is missing")));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid("The header is not understood; nothing was imported.", faults);
        }
        return columns;
    }

    private static String shortened(String column) {
        return column.length() <= 40 ? column : column.substring(0, 40) + "…";
    }

    private static Row row(CSVRecord record, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            String cell = record.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new Row(record.getRecordNumber(), cells, record.size() > columns.size());
    }

    private static ProblemException invalid(String message) {
        return ProblemException.invalid("file", "body", message);
    }
}
