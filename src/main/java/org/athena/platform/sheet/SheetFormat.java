package org.athena.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.athena.platform.sheet.cells.SheetWriter;
import org.athena.platform.sheet.csv.CsvWriter;
import org.athena.platform.sheet.xlsx.XlsxWriter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The formats in which lists are read and written. */
public enum SheetFormat {
    @JsonProperty("csv")
    CSV(SheetFormat.CSV_TYPE),
    @JsonProperty("xlsx")
    XLSX(SheetFormat.XLSX_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What browsers send for a CSV file, and for an old workbook, where Excel is installed. */
    public static final String EXCEL_TYPE = "application/vnd.ms-excel";

    private final String type;

    SheetFormat(String type) {
        this.type = type;
    }

    /** The media type of the format, without parameters. */
    public String type() {
        return type;
    }

    /** The media type of a list that is answered. */
    String answerType() {
        return this == CSV ? type + "; charset=UTF-8" : type;
    }

    /** The ending of a file's name, and the word in JSON. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins a list.
     *
     * @param out receives the file; it is not closed
     * @param title the name of the sheet in a workbook
     */
    public SheetWriter write(OutputStream out, String title) throws IOException {
        return this == CSV ? new CsvWriter(out) : new XlsxWriter(out, title);
    }
}
