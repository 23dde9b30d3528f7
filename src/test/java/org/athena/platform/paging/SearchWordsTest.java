package org.athena.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Ruiz, Ana              | %ruiz% %ana%
                    J.R. Gil               | "% j% % r% %gil%"
                    007                    | %7%
                    0.001.001              | %1001%
                    00                     | %00%
                    0                      | "% 0%"
                    1.020.304.050          | %1020304050%
                    1'020'304              | %1020304%
                    1,020.304              | %1020% %304%
                    52 000 111             | %52000111%
                    52000111 300           | %52000111% %300%
                    300 123 4567           | %300123% %4567%
                    1.00                   | "% 1% %00%"
                    １００１               | %1001%
                    +57 300 123 4567       | %300123% %4567%
                    +573001234567          | %3001234567%
                    (+57) 300-1234567      | %300% %1234567%
                    +5712                  | %5712%
                    T.I. 1001              | %ti% %1001%
                    c.c.52.000.111         | %cc% %52000111%
                    CC52000111             | %cc% %52000111%
                    RC0012345              | %rc% %12345%
                    6A                     | %6a%
                    900.123.456-7          | %9001234567%
                    900123456-7            | %9001234567%
                    2012-05-06             | %2012% %5% %6%
                    ＡＮＡ Łuk             | %ana% %luk%
                    Søren Großmann         | %soren% %grossmann%
                    """)
    void aNumberIsFoundHoweverItIsWritten(String typed, String patterns) {
        assertThat(String.join(" ", SearchWords.patterns(typed))).isEqualTo(patterns);
    }

    @Test
    void punctuationAloneFindsNobodyAndNothingIsNoCondition() {
        assertThat(SearchWords.patterns(".")).isEqualTo(List.of(""));
        assertThat(SearchWords.patterns("  ")).isEmpty();
    }
}
