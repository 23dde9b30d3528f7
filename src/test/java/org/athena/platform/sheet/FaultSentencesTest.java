package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSentencesTest {

    private final FaultSentences sentences = new FaultSentences();

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyCodeHasASentence(FaultCode code) {
        Map<String, Object> params = Map.ofEntries(
                Map.entry("min", 1),
                Map.entry("max", 9),
                Map.entry("integer", 3),
                Map.entry("fraction", 2),
                Map.entry("allowed", List.of("a", "b")),
                Map.entry("row", 7),
                Map.entry("error", "#REF!"),
                Map.entry("heading", "Nombres"),
                Map.entry("columns", List.of("Primer nombre", "Segundo nombre")),
                Map.entry("first", "Cargo"),
                Map.entry("second", "Roles"));
        assertThat(sentences.spanish(new CellFault(code.word(), "", params)))
                .isNotEqualTo(code == FaultCode.INVALID ? "" : sentences.spanish(CellFault.of(FaultCode.INVALID, "")))
                .endsWith(".")
                .doesNotContain("{");
    }

    @Test
    void aSentenceNamesTheValues() {
        assertThat(sentences.spanish(CellFault.of(FaultCode.REPEATED, "is the same as in row 7")
                        .with("row", 7)))
                .isEqualTo("Es igual al de la fila 7.");
        assertThat(sentences.spanish(CellFault.of(FaultCode.UNDIVIDED_COLUMN, "is not divided")
                        .with("heading", "Nombres")
                        .with("columns", List.of("Primer nombre", "Segundo nombre"))))
                .isEqualTo(
                        "Falta la columna: «Nombres» no se divide. Use columnas aparte: Primer nombre, Segundo nombre.");
    }
}
