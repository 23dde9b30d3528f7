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
        assertThat(Document.of(DocumentType.TI, "1.0").key())
                .isEqualTo(Document.of(DocumentType.CC, "10").key())
                .isNotEqualTo(Document.of(DocumentType.CE, "10").key());
    }
}
