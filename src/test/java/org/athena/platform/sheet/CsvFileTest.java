package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Understood.FoundColumn;
import org.athena.platform.sheet.cells.CellFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files as spreadsheets save them. */
class CsvFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String HEADER = "document_type;document_number;first_name;birth_date";

    @Test
    void whatASpanishExcelSavesIsRead() {
        String text = "Tipo de Documento;NÚMERO DE DOCUMENTO;Primer_nombre;fecha de nacimiento;\r\n"
                + "TI;1001;José;10/06/2012;\r\n;;;;\r\n";
        ReadFile read = new ReadFile(text.getBytes(WINDOWS));
        assertThat(read.rows).hasSize(1);
        assertThat(read.rows.get(0).faults()).isEmpty();
        assertThat(read.texts("first_name")).containsExactly("José");
        assertThat(read.rows.get(0).day("birth_date")).isEqualTo(LocalDate.of(2012, 6, 10));
        Understood understood = read.file.understood();
        assertThat(understood.format()).isEqualTo(SheetFormat.CSV);
        assertThat(understood.encoding()).isEqualTo("windows-1252");
        assertThat(understood.separator()).isEqualTo(";");
        assertThat(understood.sheet()).isNull();
        assertThat(understood.columns())
                .contains(new FoundColumn("NÚMERO DE DOCUMENTO", "document_number"))
                .hasSize(4);
        assertThat(understood.ignored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theSeparatorIsFound(String separator) {
        String text = (HEADER + "\nTI;1;\"Ana, la; menor\t|\";\n").replace(";", separator);
        ReadFile read = new ReadFile(text.replace("\"Ana, la" + separator, "\"Ana, la;"));
        assertThat(read.texts("document_number")).containsExactly("1");
        assertThat(read.file.understood().separator()).isEqualTo(separator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "\"SEP=;\"\r\n", "\ufeffsep=;\r\n", "\n \n;;;\n", "\ufeff"})
    void whatStandsBeforeTheHeaderDoesNotMatter(String before) {
        ReadFile read = new ReadFile(before + HEADER + "\nTI;1;Ana;\n");
        assertThat(read.texts("first_name")).containsExactly("Ana");
    }

    @Test
    void rowsHaveTheNumbersThatASpreadsheetShows() {
        ReadFile read = new ReadFile("sep=;\nListado de 2026;;;\n\n" + HEADER + "\n\nTI;1;\"Ana\nEva\";\nTI;2;Luz;\n");
        assertThat(read.rows.stream().map(Row::number)).containsExactly(5L, 6L);
        assertThat(read.file.understood().headerRow()).isEqualTo(3);
    }

    @Test
    void utf16IsRead() {
        String text = "\ufeff" + (HEADER + "\nTI;1;Ñandú;\n").replace(';', '\t');
        assertThat(new ReadFile(text.getBytes(StandardCharsets.UTF_16LE)).texts("first_name"))
                .containsExactly("Ñandú");
        assertThat(new ReadFile(text.getBytes(StandardCharsets.UTF_16BE)).texts("first_name"))
                .containsExactly("Ñandú");
    }

    @Test
    void aColumnThatIsNotKnownIsIgnoredAndNamed() {
        ReadFile read = new ReadFile(HEADER + ";Grado\nTI;1;Ana;;5\n");
        assertThat(read.rows.get(0).cells()).doesNotContainValue("5");
        assertThat(read.rows.get(0).faults()).isEmpty();
        assertThat(read.file.understood().ignored()).containsExactly("Grado");
    }

    @Test
    void aHeaderNamesEachOfItsFaults() {
        assertThat(ReadFile.refusal("document_type;Documento;document_number\nTI;1;2\n".getBytes())
                        .violations())
                .containsExactly(
                        new Violation(
                                        "document_number",
                                        "row 1",
                                        "is in the header twice: Documento and document_number",
                                        FaultCode.REPEATED_COLUMN)
                                .with("first", "Documento")
                                .with("second", "document_number"),
                        new Violation("first_name", "row 1", "is missing", FaultCode.MISSING_COLUMN));
    }

    @Test
    void aCellWithoutAHeadingIsAFaultOfItsRow() {
        assertThat(new ReadFile(HEADER + "\nTI;1;Ana;;more\n").rows.get(0).faults())
                .containsExactly(
                        new Row.ColumnFault("", CellFault.of(FaultCode.NO_HEADING, "has a cell without a heading")));
    }

    @Test
    void lettersThatWereDecodedWronglyAreAFaultThatNamesTheEncoding() {
        String twice = new String("José".getBytes(StandardCharsets.UTF_8), WINDOWS);
        assertThat(fault(HEADER + "\nTI;1;" + twice + ";\n")).startsWith("is UTF-8 that was read as Windows-1252");
        assertThat(fault(HEADER + "\nTI;1;Jos\ufffd;\n")).startsWith("contains a letter that was lost");
        for (String encoding : new String[] {"IBM850", "x-MacRoman"}) {
            byte[] old = (HEADER + "\nTI;1;Muñoz Peña;\n").getBytes(Charset.forName(encoding));
            assertThat(new ReadFile(old).rows.get(0).faults().get(0).fault().message())
                    .startsWith("has broken accents");
        }
        for (String name : new String[] {"Ângela", "O’Neill", "JOÃO", "Muñoz", "Zoë", "Ana – Luz"}) {
            assertThat(new ReadFile(HEADER + "\nTI;1;" + name + ";\n").texts("first_name"))
                    .containsExactly(name);
        }
    }

    @Test
    void aHeadingWithBrokenLettersIsExplained() {
        String heading = "Tipo de documento;Número de documento;Primer nombre;Grupo sanguíneo\nTI;1;Ana;\n";
        String twice = new String(heading.getBytes(StandardCharsets.UTF_8), WINDOWS);
        assertThat(ReadFile.refusal(twice.getBytes(StandardCharsets.UTF_8)).getMessage())
                .contains("NÃºmero de documento", "is UTF-8 that was read as Windows-1252");
        for (String encoding : new String[] {"IBM850", "x-MacRoman"}) {
            assertThat(ReadFile.refusal(heading.getBytes(Charset.forName(encoding)))
                            .getMessage())
                    .contains("has broken accents");
        }
        String optional = (HEADER + ";GÃ©nero\nTI;1;Ana;;\n");
        assertThat(new ReadFile(optional).file.notes().get(0)).startsWith("The heading GÃ©nero is UTF-8");
    }

    @Test
    void aBracketAtTheEndAndTheFormOfNumeroDoNotMatter() {
        ReadFile read =
                new ReadFile("Tipo de documento;N° de documento;Primer nombre;Fecha de nacimiento (dd/mm/aaaa)\n"
                        + "TI;1;Ana;10/06/2012\n");
        assertThat(read.rows.get(0).day("birth_date")).isEqualTo(LocalDate.of(2012, 6, 10));
    }

    private static String fault(String text) {
        Row row = new ReadFile(text).rows.get(0);
        assertThat(row.text("first_name")).isNull();
        assertThat(row.faults()).hasSize(1);
        assertThat(row.faults().get(0).column()).isEqualTo("first_name");
        return row.faults().get(0).fault().message();
    }

    @Test
    void daysAreReadInBothFormsAndNothingElse() {
        for (String day : new String[] {
            "2012-06-10",
            "10/06/2012",
            "10/6/2012",
            "10-06-2012",
            "10.06.2012",
            "2012/06/10",
            "2012.6.10",
            "10-jun-2012",
            "10/JUN./2012",
            "10 de junio de 2012"
        }) {
            assertThat(day(day)).isEqualTo(LocalDate.of(2012, 6, 10));
        }
        for (String wrong : new String[] {"10/06/12", "06/13/2012", "30/02/2012", "10/06-2012", "41070", "mañana"}) {
            assertThatThrownBy(() -> day(wrong)).as(wrong).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void aYearWithTwoDigitsIsToldToHaveFour() {
        for (String wrong : new String[] {"10/06/12", "10-jun-12"}) {
            assertThatThrownBy(() -> day(wrong)).as(wrong).hasMessage("needs a year with four digits");
        }
        assertThatThrownBy(() -> day("06/13/2012"))
                .hasMessage("is not a date of the form YYYY-MM-DD or day/month/year");
    }

    private static LocalDate day(String written) {
        return new ReadFile(HEADER + "\nTI;1;Ana;" + written + "\n").rows.get(0).day("birth_date");
    }

    @Test
    void whatIsNotAListIsRefusedByItsName() {
        assertThat(ReadFile.why(new byte[0])).isEqualTo("is empty");
        assertThat(ReadFile.why("\n;;\n".getBytes())).isEqualTo("is empty");
        assertThat(ReadFile.why((HEADER + "\n;;;\n").getBytes())).isEqualTo("has a header and no rows below it");
        assertThat(ReadFile.why("\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("is an image and not a table; send the list as .xlsx or CSV");
        assertThat(ReadFile.why("%PDF-1.7 x".getBytes())).startsWith("is a PDF and not a table");
        assertThat(ReadFile.why(" <html><table>".getBytes())).startsWith("is a web page");
        assertThat(ReadFile.why((HEADER + "\nTI;1;A\0na;\n").getBytes())).startsWith("contains a NUL character");
        assertThat(ReadFile.why((HEADER + "\nTI;1;\"Ana;\n").getBytes())).startsWith("is not a CSV file: row 2 ");
        assertThat(ReadFile.why((HEADER + "\n" + "TI;1;Ana;\n".repeat(10_001)).getBytes()))
                .isEqualTo("has more than 10,000 rows; divide it");
        assertThat(ReadFile.refusal(new byte[5 * 1024 * 1024 + 1]))
                .hasMessage("The file is larger than 5 MB; divide it.");
    }
}
