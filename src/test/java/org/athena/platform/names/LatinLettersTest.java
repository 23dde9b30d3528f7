package org.athena.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service and the database know the same letters, and fold them in the same way. */
class LatinLettersTest {

    /** The blocks with Latin letters, and letters of other alphabets around them. */
    private static final int[][] BLOCKS = {
        {0x20, 0x58f}, {0x1d00, 0x1dbf}, {0x1e00, 0x1fff}, {0x2c60, 0x2c7f}, {0xa720, 0xa7ff}
    };

    @Test
    void theDatabaseFoldsEveryLetterOfANameLikeTheService() {
        String letters = letters();
        assertThat(letters).contains("ñ", "Ü", "ø", "ẞ", "ễ").doesNotContain("а", "α", "ɑ", "ᴀ");
        assertThat(Schools.text("select athena.fold(?)", letters))
                .isEqualTo(LatinLetters.fold(letters))
                .matches("[a-z]+");
    }

    @Test
    void theDatabaseHasTheLettersOfTheService() {
        String all = String.join(" ", each().map(Character::toString).toList());
        assertThat(Schools.text(
                        "select string_agg(c, '' order by n) from unnest(string_to_array(?, ' ')) with ordinality l (c, n)"
                                + " where c ~ '[^\\x20-\\x7e]' and athena.is_name(c)",
                        all))
                .isEqualTo(letters()
                        .chars()
                        .filter(letter -> letter > 0x7e)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    private static java.util.stream.Stream<Integer> each() {
        return IntStream.range(0, BLOCKS.length)
                .flatMap(block -> IntStream.rangeClosed(BLOCKS[block][0], BLOCKS[block][1]))
                .filter(Character::isLetter)
                .boxed();
    }

    /** Those that are stored, which the usual form of another letter is not. */
    private static String letters() {
        return each().filter(LatinLetters::isLetter)
                .map(Character::toString)
                .filter(letter -> LatinLetters.usual(letter).equals(letter))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "ÑÚÑEZ,nunez",
        "Søren,soren",
        "Łoś,los",
        "Großmann,grossmann",
        "Işık,isik",
        "ÞÓRA Æsa,thora aesa",
        "Ðorđe,dorde"
    })
    void aNameIsFoldedToPlainLetters(String name, String folded) {
        assertThat(LatinLetters.fold(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claudi\u0430",
                "\u0391na",
                "Ярослав",
                "山田",
                "Cl\u0251ra",
                "An\u034fa",
                "An\u200ba",
                "Ａna",
                " Ana",
                "Jose\u0301"
            })
    void theDatabaseRefusesWhatIsNoName(String name) {
        assertThat(Schools.text("select athena.is_name(?)", name)).isEqualTo("f");
    }
}
