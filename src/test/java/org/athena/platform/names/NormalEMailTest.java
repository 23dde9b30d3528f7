package org.athena.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalEMailTest {

    @ParameterizedTest
    @CsvSource({
        "' Ana@Colegio.Example ', ana@colegio.example",
        "'\u00a0ana@colegio.example\u00a0', ana@colegio.example",
        "o'brian+erp@sub.colegio.edu.co, o'brian+erp@sub.colegio.edu.co",
        "ana@xn--colegio-9za.co, ana@xn--colegio-9za.co",
        "a@b.c, a@b.c"
    })
    void isInLowerCaseWithoutWhatSurroundsIt(String written, String stored) {
        assertThat(NormalEMail.of(written)).isEqualTo(stored).matches(NormalEMail::allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@colegio",
                "ana@colegio.",
                "ana@.co",
                "ana@-colegio.co",
                ".ana@colegio.co",
                "ana..b@colegio.co",
                "ana b@colegio.co",
                "ana\u200b@colegio.co",
                "\u200bana@colegio.co",
                "ana@colegio.co\u200b",
                "ana@cole\u00adgio.co",
                "ana\u202e@colegio.co",
                "ana\u0000@colegio.co",
                "ana\n@colegio.co",
                "ana@[127.0.0.1]",
                "ana@127.0.0.1",
                "\"ana b\"@colegio.co",
                "Ana <ana@colegio.co>",
                "ana@colegio.co,luis@colegio.co",
                "\u0430na@colegio.co",
                "pe\u00f1a@colegio.co",
                "ana@pe\u00f1a.co"
            })
    void isRefusedWithInvisibleForeignOrMissingParts(String written) {
        assertThat(NormalEMail.of(written)).matches(email -> !NormalEMail.allowed(email));
    }

    @Test
    void isCheckedQuicklyHoweverLongItIs() {
        assertThat(NormalEMail.allowed("a".repeat(100_000) + "@" + "a.".repeat(1_000_000)))
                .isFalse();
        assertThat(NormalEMail.allowed("a@" + "a.".repeat(159))).isFalse();
    }
}
