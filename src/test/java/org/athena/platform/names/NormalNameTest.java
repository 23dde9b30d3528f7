package org.athena.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which names are stored, and which characters they may have. */
class NormalNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"Jose\u0301\" | José",
                "\"  Ana \u00a0\u2003 María\u3000\" | Ana María",
                "\"Ana\tMaría\n\" | Ana María",
                "\"O\u2019Neill\" | O'Neill",
                "\"O\u02bcNeill\" | O'Neill",
                "\"O\u00b4Neill\" | O'Neill",
                "\"O`Neill\" | O'Neill",
                "\"Pérez\u2010Gómez\" | Pérez-Gómez",
                "\"Pérez\u2013Gómez\" | Pérez-Gómez",
                "\"Pérez \u2212 Gómez\" | Pérez - Gómez",
                "\"J. R.\" | J. R.",
                "\"Ａｎａ\" | Ana",
                "\"So\ufb01a\" | Sofia",
                "\"Mª\" | Ma",
                "\"\u212bsa\" | Åsa"
            })
    void oneFormIsStoredForEveryWayToWriteAName(String written, String stored) {
        assertThat(NormalName.of(written)).isEqualTo(stored);
        assertThat(NormalName.of(stored)).isEqualTo(stored);
        assertThat(NormalName.allowed(stored)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ñúñez",
                "D'Angelo",
                "Pérez-Gómez",
                "J.R.",
                "Nguyễn",
                "Søren",
                "Łukasz",
                "François",
                "Großmann",
                "Đorđe",
                "Şükrü Işık",
                "Þóra Æsa",
                "Nʉmaira",
                "q\u0303u\u0308e"
            })
    void lettersOfTheLatinAlphabetAreAllowed(String name) {
        assertThat(NormalName.allowed(NormalName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "'",
                "Ana1",
                "Ana@",
                "Ana_",
                "A/B",
                "Ana,",
                "Ana;",
                "<b>",
                "An\u0007a",
                "An\na",
                "An\r\na",
                "An\u2028a",
                "An\u0085a",
                "\u200b",
                "An\u200ba",
                "An\u200da",
                "An\u202ea",
                "\u3164",
                "An\u3164a",
                "\u2800",
                "An\u2800a",
                "An\u00ada",
                "An\ufe0fa",
                "An\udb40\udd00a",
                "An\u034fa",
                "\u115fA",
                "\uffa0A",
                "A\ufeff",
                "A\ue000",
                "\u0301A",
                "A \u0301",
                "A\ud83d\ude00",
                "Claudi\u0430",
                "\u0391na",
                "\u0410\u043d\u0430",
                "Ярослав",
                "山田",
                "بن علي",
                "\u13daara",
                "Cl\u0251ra",
                "\u1d00na",
                "\ud835\udc00na",
                "\u24b6na",
                "An\u01c0a",
                "A\u20ddna",
                "A\ufffe"
            })
    void whatIsNotShownOrIsNotPartOfANameIsRefused(String name) {
        assertThat(NormalName.allowed(NormalName.of(name))).isFalse();
    }

    @Test
    void nothingStaysNothing() {
        assertThat(NormalName.of(null)).isNull();
    }
}
