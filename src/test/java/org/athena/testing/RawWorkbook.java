package org.athena.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made of the XML of its parts, for files that no library writes. */
public final class RawWorkbook {

    private static final String NAMESPACES = " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private RawWorkbook() {}

    /** A workbook with one sheet. */
    public static RawWorkbook of(String rows) {
        return new RawWorkbook()
                .with(
                        "_rels/.rels",
                        "<Relationships><Relationship Id='w' Type='http://x/officeDocument' Target='xl/workbook.xml'/>"
                                + "</Relationships>")
                .sheets("<sheet name='Lista' sheetId='1' r:id='r1'/>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                                + "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>")
                .rows("xl/worksheets/sheet1.xml", rows, "");
    }

    public RawWorkbook sheets(String sheets) {
        return with("xl/workbook.xml", "<workbook" + NAMESPACES + "><sheets>" + sheets + "</sheets></workbook>");
    }

    /** @param after what follows the rows, such as merged cells */
    public RawWorkbook rows(String part, String rows, String after) {
        return with(part, "<worksheet" + NAMESPACES + "><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    public RawWorkbook shared(String texts) {
        return with("xl/sharedStrings.xml", "<sst" + NAMESPACES + ">" + texts + "</sst>");
    }

    /** @param formats the number formats of the styles 0, 1 and so on */
    public RawWorkbook styles(String custom, int... formats) {
        StringBuilder styles = new StringBuilder("<styleSheet" + NAMESPACES + ">" + custom + "<cellXfs>");
        for (int format : formats) {
            styles.append("<xf numFmtId='").append(format).append("'/>");
        }
        return with("xl/styles.xml", styles.append("</cellXfs></styleSheet>").toString());
    }

    public RawWorkbook with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    public RawWorkbook without(String part) {
        parts.remove(part);
        return this;
    }

    /** A row of inline texts. */
    public static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            row.append(inline("" + (char) ('A' + i) + number, cells[i]));
        }
        return row.append("</row>").toString();
    }

    public static String inline(String address, String text) {
        return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
