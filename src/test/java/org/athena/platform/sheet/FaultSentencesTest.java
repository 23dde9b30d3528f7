package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.FaultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSentencesTest {

    private final FaultSentences sentences = new FaultSentences();

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyCodeHasASentence(FaultCode code) {
        assertThat(sentences.spanish(CellFault.of(code, "", "a", "b")))
                .endsWith(".")
                .doesNotContain("{");
    }

    @Test
    void aSentenceNamesTheValues() {
        assertThat(sentences.spanish(CellFault.of(FaultCode.REPEATED, "is the same as in row 7", 7)))
                .isEqualTo("Es igual al de la fila 7.");
    }
}
