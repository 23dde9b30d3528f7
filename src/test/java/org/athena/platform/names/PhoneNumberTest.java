package org.athena.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone numbers as people and spreadsheets write them. */
class PhoneNumberTest {

    private static boolean allowed(String written) {
        return Pattern.compile(PhoneNumber.FORM, Pattern.CASE_INSENSITIVE)
                .matcher(NormalPhone.of(written))
                .matches();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3001112233",
                "300 111 2233",
                "+57 300 123 4567",
                "(601) 123-4567",
                "300.111.2233",
                "6011234",
                "601 1234567 ext. 12",
                "601 1234567 Ext 12",
                "6011234567x12",
                "601 1234567 extensión 12"
            })
    void aNumberOfSevenDigitsIsAllowed(String written) {
        assertThat(allowed(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"300", "no tiene", "", " ", "300111", "3001112233 / 3011112233", "300a1112233", "ext 1234567"})
    void anotherTextIsNot(String written) {
        assertThat(allowed(written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3001234567.0,3001234567",
        "'3001234567,00',3001234567",
        "+573001234567.0,+573001234567",
        "300.111.2233,300.111.2233"
    })
    void theFractionOfASpreadsheetIsDropped(String written, String stored) {
        assertThat(NormalPhone.of(written)).isEqualTo(stored);
    }
}
