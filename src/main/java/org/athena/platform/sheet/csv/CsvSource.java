package org.athena.platform.sheet.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.CellCount;
import org.athena.platform.sheet.cells.CellText;
import org.athena.platform.sheet.cells.Origin;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowSource;
import org.athena.platform.sheet.cells.Unreadable;

/** The rows of a CSV file (RFC 4180), separated by a semicolon, a comma, a tab or a bar. */
public final class CsvSource implements RowSource {

    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    private final TextEncoding encoding;
    private final char separator;
    private final RecordReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CellCount cells = new CellCount();

    private CsvSource(byte[] file, TextEncoding encoding, char separator) throws IOException {
        this.encoding = encoding;
        this.separator = separator;
        text = new RecordReader(file, encoding);
        text.separatorLine();
        parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(text);
        records = parser.iterator();
    }

    /**
     * @param columns the number of columns that the first rows name, for a separator that is tried
     * @throws ProblemException 400 when it is not a CSV file
     */
    public static CsvSource of(byte[] file, ToIntFunction<RowSource> columns) {
        TextEncoding encoding = TextEncoding.of(file);
        try {
            Character named = new RecordReader(file, encoding).separatorLine();
            return new CsvSource(file, encoding, named == null ? separator(file, encoding, columns) : named);
        } catch (IOException e) {
            throw Unreadable.csv(1);
        }
    }

    /** The separator with which the first rows name the most columns. */
    private static char separator(byte[] file, TextEncoding encoding, ToIntFunction<RowSource> columns) {
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingInt(candidate -> named(file, encoding, candidate, columns))
                        .thenComparing(Comparator.<Character>comparingInt(SEPARATORS::indexOf)
                                .reversed()))
                .orElseThrow();
    }

    private static int named(byte[] file, TextEncoding encoding, char candidate, ToIntFunction<RowSource> columns) {
        try {
            return columns.applyAsInt(new CsvSource(file, encoding, candidate));
        } catch (IOException | ProblemException e) {
            return 0;
        }
    }

    @Override
    public RawRow next() {
        text.next();
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unreadable(e.getCause(), parser.getRecordNumber() + 1);
        }
    }

    private RawRow row(CSVRecord record) {
        cells.add(record.size());
        return new RawRow(
                record.getRecordNumber(),
                record.stream().map(CellText::stripped).map(CsvWriter::original).toList(),
                Map.of());
    }

    private static ProblemException unreadable(Throwable cause, long row) {
        if (cause instanceof RecordReader.NulException) {
            return Unreadable.file(FaultCode.FILE_IS_NOT_A_TABLE, "contains a NUL character, so it is not a text file");
        }
        return cause instanceof RecordReader.EndlessException ? Unreadable.longRow(row) : Unreadable.csv(row);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public String whyNoHeader(long row) {
        return null;
    }

    @Override
    public Origin origin() {
        return new Origin(encoding.charset().name(), String.valueOf(separator), null, List.of());
    }
}
