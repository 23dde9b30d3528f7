package org.athena.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

/**
 * A CSV file of students (RFC 4180): UTF-8 with or without a byte order mark, separated by commas or semicolons. The header is
 * read and checked first, then the rows one by one. Rows have the numbers of a spreadsheet: the header is row 1.
 */
final class StudentFile {

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
     * @param cells the cells that are not blank, by column
     * @param surplus whether the row has more cells than the header
     */
    record Row(long number, Map<String, String> cells, boolean surplus) {

        Violation fault(String column, String message) {
            return new Violation(column, "row " + number, message);
        }
    }

    private final RecordReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    private StudentFile(byte[] bytes) throws IOException {
        text = new RecordReader(bytes);
        parser = format(bytes).parse(text);
        records = parser.iterator();
        CSVRecord header = next();
        if (header == null) {
            throw invalid("is empty");
        }
        columns = columns(header);
    }

    /**
     * Reads the header only.
     *
     * @throws ProblemException 400 when the file is not text, not a CSV file, or its header has faults
     */
    static StudentFile of(byte[] bytes) {
        try {
            return new StudentFile(bytes);
        } catch (IOException e) {
            throw invalid("is not a CSV file; a quotation mark may be missing");
        }
    }

    /** The columns of the header, from left to right. */
    List<String> columns() {
        return columns;
    }

    /**
     * Passes every row that is not blank to the consumer; can be called once.
     *
     * @throws ProblemException 400 when the file is not text, not a CSV file, or has too many rows
     */
    void read(Consumer<Row> rows) {
        int filled = 0;
        for (CSVRecord record = next(); record != null; record = next()) {
            Row row = row(record);
            if (!row.surplus() && row.cells().isEmpty()) {
                continue;
            }
            if (++filled > MAX_ROWS) {
                throw invalid("has more than 10,000 rows; divide it");
            }
            rows.accept(row);
        }
    }

    /** @return the next record; null at the end */
    private CSVRecord next() {
        text.next();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unreadable(e.getCause());
        }
    }

    private ProblemException unreadable(Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return invalid("is not UTF-8; save it as CSV UTF-8");
        }
        if (cause instanceof RecordReader.NulException) {
            return invalid("contains a NUL character");
        }
        if (cause instanceof RecordReader.EndlessException) {
            return invalid("is not a CSV file of students: row " + (parser.getRecordNumber() + 1)
                    + " has more characters than a student; a quotation mark may be missing");
        }
        return invalid("is not a CSV file; a quotation mark may be missing");
    }

    /** The header shows the separator, because no known column contains a comma or a semicolon. */
    private static CSVFormat format(byte[] bytes) {
        int semicolon = 0;
        while (semicolon < bytes.length
                && bytes[semicolon] != ';'
                && bytes[semicolon] != '\n'
                && bytes[semicolon] != '\r') {
            semicolon++;
        }
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolon < bytes.length && bytes[semicolon] == ';' ? ';' : ',')
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
                faults.add(new Violation(shortened(column), "row 1", "is not a column of a student"));
            } else if (!seen.add(column)) {
                faults.add(new Violation(column, "row 1", "is in the header twice"));
            }
        }
        REQUIRED.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .forEach(column -> faults.add(new Violation(column, "row 1", "is missing")));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid("The header has faults. Nothing was imported.", faults);
        }
        return columns;
    }

    private static String shortened(String column) {
        return column.length() <= 40 ? column : column.substring(0, 40) + "…";
    }

    private Row row(CSVRecord record) {
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
