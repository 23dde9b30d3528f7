package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.athena.platform.sheet.cells.SheetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
