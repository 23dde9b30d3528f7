package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.testing.RawWorkbook.inline;
import static org.athena.testing.RawWorkbook.row;

import java.nio.charset.StandardCharsets;

import org.athena.testing.RawWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks as Excel and other programs save them, and workbooks that are made to do harm. */
class WorkbookFileTest {

    private static final String HEADER =
            row(1, "Tipo de documento", "N.º de documento", "Primer nombre", "Fecha de nacimiento");

    private static RawWorkbook workbook(String rows) {
        return RawWorkbook.of(HEADER + rows);
    }

    @Test
    void numbersDaysSharedTextsAndFormulasAreRead() {
        byte[] bytes = workbook("<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>1.001234571E9</v></c>"
                        + "<c r='C3' t='str'><f>A1</f><v>Ana</v></c><c r='D3' s='1'><v>41070.75</v></c></row>"
                        + "<row r='4'><c t='s'><v>0</v></c><c><v>7</v></c>" + inline("C4", "Zo&#235;")
                        + "<c s='2'><v>41070</v></c></row>")
                .shared("<si><t>RC</t></si><si><r><t>T</t></r><r><t>I</t></r><rPh><t>no</t></rPh></si>")
                .styles("<numFmts><numFmt numFmtId='170' formatCode='[$-240A]dd/mm/yyyy;@'/></numFmts>", 0, 14, 170)
                .bytes();
        ReadFile read = new ReadFile(bytes);
        assertThat(read.texts("document_type")).containsExactly("TI", "RC");
        assertThat(read.texts("document_number")).containsExactly("1001234571", "7");
        assertThat(read.texts("first_name")).containsExactly("Ana", "Zoë");
        assertThat(read.texts("birth_date")).containsExactly("2012-06-10", "2012-06-10");
        assertThat(read.rows.stream().map(Row::number)).containsExactly(3L, 4L);
        assertThat(read.file.notes())
                .containsExactly("Cells with formulas: 1; the results that the file holds were read");
    }

    @Test
    void theFirstVisibleSheetIsReadAndNamed() {
        byte[] bytes = RawWorkbook.of(row(1, "nothing"))
                .sheets("<sheet name='Oculta' r:id='r1' state='hidden'/><sheet name='2026' r:id='r2'/>"
                        + "<sheet name='Otra' r:id='r1'/>")
                .rows("xl/worksheets/sheet2.xml", HEADER + row(2, "TI", "1", "Ana"), "")
                .bytes();
        ReadFile read = new ReadFile(bytes);
        assertThat(read.texts("first_name")).containsExactly("Ana");
        Understood understood = read.file.understood();
        assertThat(understood.format()).isEqualTo(SheetFormat.XLSX);
        assertThat(understood.encoding()).isNull();
        assertThat(understood.sheet()).isEqualTo("2026");
        assertThat(understood.otherSheets()).containsExactly("Otra");
        assertThat(read.file.notes()).containsExactly("Only this sheet was read: 2026");
    }

    @Test
    void aCoverSheetIsPassedOver() {
        RawWorkbook cover = RawWorkbook.of(row(1, "Colegio", "2026"))
                .sheets("<sheet name='Portada' r:id='r1'/><sheet name='Lista' r:id='r2'/>")
                .rows("xl/worksheets/sheet2.xml", HEADER + row(2, "TI", "1", "Ana"), "");
        ReadFile read = new ReadFile(cover.bytes());
        assertThat(read.texts("first_name")).containsExactly("Ana");
        assertThat(read.file.understood().sheet()).isEqualTo("Lista");
        assertThat(read.file.understood().otherSheets()).containsExactly("Portada");
        assertThat(read.file.notes()).containsExactly("Only this sheet was read: Lista");
        byte[] two = cover.sheets(
                        "<sheet name='Portada' r:id='r1'/><sheet name='Lista' r:id='r2'/><sheet name='Otra' r:id='r2'/>")
                .bytes();
        assertThat(ReadFile.refusal(two).violations()).hasSize(3);
    }

    @Test
    void numbersThatAreShownWithZerosInFrontGiveANote() {
        byte[] bytes = workbook(
                        "<row r='2'>" + inline("A2", "TI") + "<c r='B2' s='1'><v>123</v></c>" + inline("C2", "Ana")
                                + "</row><row r='3'>" + inline("A3", "TI") + "<c r='B3' s='1'><v>1234567890</v></c>"
                                + inline("C3", "Eva") + "</row>")
                .styles("<numFmts><numFmt numFmtId='170' formatCode='0000000000'/></numFmts>", 0, 170)
                .bytes();
        ReadFile read = new ReadFile(bytes);
        assertThat(read.texts("document_number")).containsExactly("123", "1234567890");
        assertThat(read.file.notes())
                .containsExactly(
                        "Numbers that a format shows with zeros in front: 1, the first in row 2; they were read"
                                + " without these zeros");
    }

    @Test
    void cellsWithoutAValueThatCanBeReadAreFaults() {
        byte[] bytes = workbook("<row r='2'><c t='e'><v>#N/A</v></c><c><v>1.2345678901234568E18</v></c><c><f>A1</f></c>"
                        + "<c s='1'><v>-5</v></c></row>")
                .styles("", 0, 14)
                .bytes();
        Row row = new ReadFile(bytes).rows.get(0);
        assertThat(row.cells()).isEmpty();
        assertThat(row.faults().stream()
                        .map(fault -> fault.column() + " " + fault.fault().message()))
                .containsExactly(
                        "document_type holds the error #N/A",
                        "document_number is a number with more than 15 digits, of which Excel keeps 15; format the column as"
                                + " text and write it again",
                        "first_name is a formula without a saved result; copy the column and paste it as values",
                        "birth_date is not a date");
    }

    @Test
    void hiddenRowsAreFaultsAndMergedCellsAreNamed() {
        String hidden = row(2, "TI", "1", "Ana").replace("<row ", "<row hidden='1' ");
        byte[] bytes = workbook("")
                .rows(
                        "xl/worksheets/sheet1.xml",
                        HEADER + hidden + row(3, "TI", "2", "Luz"),
                        "<mergeCells><mergeCell ref='D2:D3'/></mergeCells>")
                .bytes();
        ReadFile read = new ReadFile(bytes);
        assertThat(read.rows.get(0).faults().get(0).fault().message())
                .isEqualTo("is hidden; show the row or delete it");
        assertThat(read.rows.get(1).faults()).isEmpty();
        assertThat(read.file.notes().get(0)).startsWith("Merged cells: D2:D3;");
    }

    @Test
    void aHeaderWithMergedCellsIsExplainedAndATitleAboveItIsNotInTheWay() {
        String merge = "<mergeCells><mergeCell ref='A1:C1'/></mergeCells>";
        byte[] header = workbook("")
                .rows("xl/worksheets/sheet1.xml", row(1, "Documento") + row(2, "TI", "1"), merge)
                .bytes();
        assertThat(ReadFile.refusal(header).getMessage()).contains("Row 1 has merged cells (A1:C1)");
        byte[] title = workbook("")
                .rows(
                        "xl/worksheets/sheet1.xml",
                        row(1, "Listado")
                                + HEADER.replace("r='1'", "r='2'").replaceAll("([A-D])1'", "$12'")
                                + row(3, "TI", "1", "Ana"),
                        merge)
                .bytes();
        assertThat(new ReadFile(title).texts("first_name")).containsExactly("Ana");
    }

    @Test
    void otherFilesAreRefusedByTheirName() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        assertThat(ReadFile.why(old)).startsWith("is a workbook of an old Excel (.xls)");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] encrypted = java.util.Arrays.copyOf(old, 600);
        System.arraycopy(name, 0, encrypted, 501, name.length);
        assertThat(ReadFile.why(encrypted)).startsWith("is protected by a password");
        assertThat(ReadFile.why(workbook("").without("xl/workbook.xml").bytes()))
                .isEqualTo("is not a workbook of Excel (.xlsx)");
        String rels = "<Relationships><Relationship Type='/officeDocument' Target='xl/workbook.bin'/></Relationships>";
        assertThat(ReadFile.why(workbook("").with("_rels/.rels", rels).bytes())).startsWith("is a binary workbook");
        byte[] open = RawWorkbook.of("").with("mimetype", "").bytes();
        String beginning = "PK\3\4" + "\0".repeat(26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK";
        System.arraycopy(beginning.getBytes(), 0, open, 0, beginning.length());
        assertThat(ReadFile.why(open)).isEqualTo("is a spreadsheet of LibreOffice (.ods); save it as .xlsx");
        byte[] cut = java.util.Arrays.copyOf(workbook(row(2, "TI", "1", "Ana")).bytes(), 900);
        assertThat(ReadFile.why(cut)).startsWith("is a workbook that is damaged");
    }

    @Test
    void workbooksThatAreMadeToDoHarmAreRefused() {
        String damaged = "is a workbook that is damaged";
        assertThat(ReadFile.why(RawWorkbook.of("<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>")
                        .bytes()))
                .isEqualTo("has more than 100 columns");
        String far = "<row r='1'><c t='s'><v>2000000000</v></c></row>";
        assertThat(ReadFile.why(RawWorkbook.of(far).shared("<si><t>x</t></si>").bytes()))
                .startsWith(damaged);
        assertThat(ReadFile.why(RawWorkbook.of(far.replace("2000000000", "-1")).bytes()))
                .startsWith(damaged);
        assertThat(ReadFile.why(RawWorkbook.of("<row r='1'><c r='A1'><v>" + "9".repeat(40_000) + "</v></c></row>")
                        .bytes()))
                .startsWith(damaged);
        assertThat(ReadFile.why(
                        RawWorkbook.of("<row r='1'>" + "<c>".repeat(100)).bytes()))
                .startsWith(damaged);
        assertThat(ReadFile.why(RawWorkbook.of("<row r='1' x='" + "x".repeat(300_000) + "'/>")
                        .bytes()))
                .startsWith(damaged);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThat(ReadFile.why(RawWorkbook.of(names.toString()).bytes())).startsWith(damaged);
        String entity = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row r='1'><c>"
                + "<v>&e;</v></c></row></sheetData></worksheet>";
        assertThat(ReadFile.why(
                        workbook("").with("xl/worksheets/sheet1.xml", entity).bytes()))
                .startsWith(damaged);
        assertThat(ReadFile.why(workbook("<c/>".repeat(17 * 1024 * 1024)).bytes()))
                .startsWith("has more than 64 MB when it is unpacked");
    }
}
