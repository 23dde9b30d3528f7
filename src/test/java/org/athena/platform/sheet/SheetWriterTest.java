package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import org.athena.platform.sheet.cells.SheetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as they are downloaded. */
class SheetWriterTest {

    private static byte[] written(SheetFormat format, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = format.write(bytes, "Estudiantes")) {
            for (List<String> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void whatIsWrittenIsReadBackUnchanged(SheetFormat format) throws IOException {
        List<String> names = List.of("=1+1", "+57 300", "-5", "@a", "Ñandú; \"el\" <niño> & 'él'", "007", "'", "'a");
        List<List<String>> rows = new java.util.ArrayList<>();
        rows.add(List.of("Tipo de documento", "Documento", "Primer nombre", "Fecha de nacimiento"));
        names.forEach(name -> rows.add(Arrays.asList("TI", "0012", name, null)));
        ReadFile read = new ReadFile(written(format, rows));
        assertThat(read.texts("first_name")).isEqualTo(names);
        assertThat(read.texts("document_number")).containsOnly("0012");
        assertThat(read.texts("birth_date")).containsOnlyNulls();
        assertThat(read.file.understood().format()).isEqualTo(format);
    }

    @Test
    void csvIsWhatExcelOpensWithADoubleClick() throws IOException {
        String text = new String(
                written(SheetFormat.CSV, List.of(Arrays.asList("a", null, "x;y"), List.of("=A1", "\tb"))),
                StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\ufeffa;;\"x;y\"\r\n'=A1;'\tb\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0=1",
                "\u200b+1",
                " -1",
                "\u3000@a",
                "\ufeff=1",
                "\u2800=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20a"
            })
    void noBlankHidesAFormula(String cell) throws IOException {
        String text = new String(written(SheetFormat.CSV, List.of(List.of("a", cell))), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\ufeffa;'" + cell + "\r\n");
    }

    /** Excel would drop the zeros in front of a number that is written below the example. */
    @Test
    void theColumnsOfATemplateAreTexts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetFormat.XLSX.write(bytes, "Lista")) {
            writer.row(List.of("a", "b", "c"));
        }
        assertThat(part(bytes.toByteArray(), "xl/worksheets/sheet1.xml"))
                .containsPattern("<col [^>]*min=\"3\"[^>]*max=\"3\"[^>]*style=\"[1-9]");
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(Files.createTempFile("list", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void tenThousandRowsAreReadAndWritten(SheetFormat format) throws IOException {
        List<List<String>> rows = new java.util.ArrayList<>();
        rows.add(List.of("Tipo de documento", "Documento", "Primer nombre"));
        for (int i = 0; i < 10_000; i++) {
            rows.add(List.of("TI", String.valueOf(1_000_000 + i), "Nombre " + i));
        }
        assertThat(new ReadFile(written(format, rows)).rows).hasSize(10_000);
    }
}
