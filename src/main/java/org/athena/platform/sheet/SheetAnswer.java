package org.athena.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.athena.platform.sheet.cells.SheetWriter;

/** Answers with a list as a file. It is written while it is sent, after the transaction in which its rows were read. */
public final class SheetAnswer {

    private SheetAnswer() {}

    /**
     * @param name the name of the file without its ending, also the name of the sheet; letters and digits of ASCII, hyphens
     * @param header the headings
     * @param rows the rows; null cells stay blank
     */
    public static Response of(SheetFormat format, String name, List<String> header, List<List<String>> rows) {
        StreamingOutput file = out -> write(format, name, header, rows, out);
        return Response.ok(file, format.answerType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.ending() + "\"")
                .build();
    }

    private static void write(
            SheetFormat format, String name, List<String> header, List<List<String>> rows, OutputStream out)
            throws IOException {
        try (SheetWriter writer = format.write(out, name)) {
            writer.row(header);
            for (List<String> row : rows) {
                writer.row(row);
            }
        }
    }
}
