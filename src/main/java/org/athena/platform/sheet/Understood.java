package org.athena.platform.sheet;

import java.util.List;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was understood of a file before its rows were read.
 *
 * @param encoding null for a workbook
 * @param separator null for a workbook
 * @param sheet the name of the sheet that is read; null for a CSV file
 * @param otherSheets the names of the sheets that are not read
 * @param headerRow the number of the row with the headings
 * @param ignored the headings that are not those of a column
 */
@Schema(name = "UnderstoodFile")
public record Understood(
        SheetFormat format,
        @MayBeNull String encoding,
        @MayBeNull String separator,
        @MayBeNull String sheet,
        List<String> otherSheets,
        long headerRow,
        List<FoundColumn> columns,
        List<String> ignored) {

    /**
     * A column of the file.
     *
     * @param heading the heading in the file
     * @param field the field that the column fills
     */
    @Schema(name = "FoundColumn")
    public record FoundColumn(String heading, String field) {}
}
