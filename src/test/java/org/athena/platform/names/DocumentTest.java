package org.athena.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of documents by the names that people use, and the numbers that each may have. */
class DocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TI | 1.020.304.050 | 1020304050",
                "TI | 1,001,234,573 | 1001234573",
                "TI | \"'1001234574\" | 1001234574",
                "TI | \u20191001234574 | 1001234574",
                "RC | １０２０３ | 10203",
                "CC | 52 000\u00a0111 | 52000111",
                "NUIP | 1020304050 | 1020304050",
                "NES | 5 | 5",
                "PASSPORT | ab 123.456 | AB123456",
                "PPT | 123-456 | 123-456",
                "TI | 1'098.047.238 | 1098047238",
                "TI | 1 098 047 238 | 1098047238",
                "TI | 1'098'047'238 | 1098047238",
                "TI | 1547602000.0 | 1547602000",
                "TI | 1547602001,00 | 1547602001",
                "CC | 52000111. | 52000111",
                "CC | 52.000.111,00 | 52000111",
                "CC | 52,000,111.0 | 52000111",
                "PPT | 5200011.0 | 5200011",
                "TI | 001347404000 | 1347404000",
                "NES | 0005 | 5",
                "CE | 00123 | 00123",
                "CE | E123456 | E123456",
                "PASSPORT | 100123E09 | 100123E09"
            })
    void aNumberIsStoredWithoutWhatPeopleWriteBetweenItsDigits(DocumentType type, String written, String stored) {
        Document document = Document.of(type, written);
        assertThat(document.number()).isEqualTo(stored);
        assertThat(document.fault()).isEmpty();
        assertThat(Document.of(type, stored)).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({
        "TI,1001-234572",
        "TI,N/A",
        "TI,-5",
        "TI,no tiene",
        "TI,A123",
        "TI,''",
        "TI,.",
        "RC,12345678901234567890123",
        "CC,1/2",
        "NUIP,1E5",
        "NES,N1",
        "TI,1\u0663",
        "CE,no tiene",
        "CE,12",
        "PASSPORT,AB",
        "PASSPORT,-500",
        "PASSPORT,AÑ123",
        "PEP,123456789012345678901",
        "PPT,12_3",
        "CE,A1\u200b2"
    })
    void aNumberThatNoSuchDocumentHasIsRefused(DocumentType type, String written) {
        String digits = "must be 1 to 20 digits for the type " + type;
        String others =
                "must be 3 to 20 letters from A to Z, digits and hyphens, with at least one digit, for the type "
                        + type;
        assertThat(Document.of(type, written).fault().orElseThrow()).startsWith(type.ofDigits() ? digits : others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23.45",
                "1547602000.5",
                "1547602000,25",
                "1547602000.000",
                "1.001,234",
                "1,001.234",
                "1.000.00",
                "12 34",
                "1..2",
                "1,5"
            })
    void aNumberWithAFractionOrSeparatorsElsewhereIsExplained(String written) {
        for (DocumentType type : DocumentType.values()) {
            assertThat(Document.of(type, written).fault()).contains(Document.SEPARATED);
        }
    }

    @ParameterizedTest
    @CsvSource({"TI,0", "CC,000", "NES,0", "NUIP,0.0", "PASSPORT,000", "CE,0-0"})
    void aNumberOfZerosIsNotANumber(DocumentType type, String written) {
        assertThat(Document.of(type, written).fault()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00123E+09", "1,00123E+09", "1.00123e+09", "1E+9", "1.00123E+009"})
    void aNumberThatASpreadsheetShortenedIsExplained(String written) {
        for (DocumentType type : DocumentType.values()) {
            assertThat(Document.of(type, written).fault())
                    .contains(
                            "is a number that a spreadsheet has shortened; format the column as text and enter it again");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TI,ti",
        "TI,T.I.",
        "TI,tarjeta de identidad",
        "TI,TARJETA  DE IDENTIDAD",
        "RC,Registro Civil",
        "RC,rc",
        "CC,C.C.",
        "CC,cédula",
        "CC,Cédula de ciudadanía",
        "CC,cedula de ciudadania",
        "CE,Cédula de Extranjería",
        "PASSPORT,pasaporte",
        "PASSPORT,passport",
        "PPT,Permiso por Protección Temporal",
        "PEP,permiso especial de permanencia",
        "NUIP,nuip",
        "NES,NES",
        "NIP,nip",
        "CABILDO,Certificado de cabildo",
        "VISA,visa",
        "TMF,tarjeta de movilidad fronteriza"
    })
    void aTypeIsFoundByTheNamesThatPeopleUse(DocumentType type, String name) {
        assertThat(DocumentType.named(name)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "dni", "1", "0", "tarjeta", "documento"})
    void anotherNameIsNoType(String name) {
        assertThat(DocumentType.named(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsFoundByItsOwnWord(DocumentType type) {
        assertThat(DocumentType.named(type.name())).contains(type);
    }

    @Test
    void aChildsNationalDocumentsShareTheirNumber() {
        assertThat(Document.of(DocumentType.TI, "1.000").key())
                .isEqualTo(Document.of(DocumentType.CC, "1000").key())
                .isNotEqualTo(Document.of(DocumentType.CE, "1000").key());
    }
}
