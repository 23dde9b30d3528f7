package org.athena.platform.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Unreadable;

/** Tells by the first bytes what a file is, because browsers send the same media type for very different files. */
final class FileKind {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The compound file of Microsoft (MS-CFB), in which old workbooks and encrypted ones are stored. */
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final List<String> WEB_PAGE = List.of("<!doctype", "<html", "<table", "<meta", "<?xml", "<head");
    private static final List<String> IMAGE = List.of("\u0089png", "\u00ff\u00d8\u00ff", "gif8");
    private static final byte[] OPEN_DOCUMENT =
            "mimetypeapplication/vnd.oasis.opendocument".getBytes(StandardCharsets.US_ASCII);
    private static final int ZIP_HEADER = 30;
    private static final int BEGINNING = 64;

    private FileKind() {}

    /** @throws ProblemException 400 when it is a file of another kind */
    static SheetFormat of(byte[] file) {
        if (begins(file, ZIP)) {
            refuseOpenDocument(file);
            return SheetFormat.XLSX;
        }
        if (begins(file, COMPOUND)) {
            throw compound(file);
        }
        refuseOthers(new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1));
        return SheetFormat.CSV;
    }

    /** Its first part is the media type, which is not packed (OpenDocument 1.2, part 3, 3.3). */
    private static void refuseOpenDocument(byte[] file) {
        if (at(file, ZIP_HEADER, OPEN_DOCUMENT)) {
            throw Unreadable.file(
                    FaultCode.FILE_IS_NOT_EXCEL, "is a spreadsheet of LibreOffice (.ods); save it as .xlsx");
        }
    }

    private static ProblemException compound(byte[] file) {
        return contains(file, ENCRYPTED)
                ? Unreadable.file(
                        FaultCode.FILE_HAS_A_PASSWORD,
                        "is protected by a password; remove the password in Excel and save it again")
                : Unreadable.file(
                        FaultCode.FILE_IS_OLD_EXCEL, "is a workbook of an old Excel (.xls); save it as .xlsx");
    }

    private static void refuseOthers(String beginning) {
        String text = beginning.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(java.util.Locale.ROOT);
        if (text.startsWith("%pdf-")) {
            throw Unreadable.file(
                    FaultCode.FILE_IS_NOT_A_TABLE, "is a PDF and not a table; send the list as .xlsx or CSV");
        }
        if (IMAGE.stream().anyMatch(text::startsWith)) {
            throw Unreadable.file(
                    FaultCode.FILE_IS_NOT_A_TABLE, "is an image and not a table; send the list as .xlsx or CSV");
        }
        if (WEB_PAGE.stream().anyMatch(text::startsWith)) {
            throw Unreadable.file(
                    FaultCode.FILE_IS_A_WEB_PAGE,
                    "is a web page, although it may be named .xls; open it in Excel and save it as .xlsx");
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        return at(file, 0, with);
    }

    private static boolean contains(byte[] file, byte[] part) {
        for (int i = 0; i <= file.length - part.length; i++) {
            if (at(file, i, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(byte[] file, int from, byte[] part) {
        return file.length >= from + part.length
                && java.util.Arrays.equals(file, from, from + part.length, part, 0, part.length);
    }
}
