package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import org.athena.testing.RawWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

/** What a file costs before it is refused. */
class FileCostTest {

    private static final String HEADER = "document_type,document_number,first_name\n";
    private static final int FIVE_MILLION = 5_000_000;
    /** A fortieth of the smallest heap. Each of the separators is tried. */
    private static final long FEW_BYTES = 12_000_000;

    /** What blank rows and cells may cost: each is dropped before the next is read. */
    private static final long SHORT_LIVED = 200_000_000;

    /** Loading the classes is no part of a file's cost. */
    @BeforeAll
    static void once() {
        new ReadFile(HEADER + "TI,1,Ana\n");
        ReadFile.refusal("\"".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "x,", "\"\n\",", "\"a\n\"\"\",", "a"})
    void aHeaderWithoutEndCostsLittle(String part) {
        assertCostsLittle(part.repeat(FIVE_MILLION / part.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "x,", "\"\n\",", "a"})
    void aRowWithoutEndCostsLittle(String part) {
        assertCostsLittle(HEADER + part.repeat(FIVE_MILLION / part.length()));
    }

    /** Four million rows took twenty seconds, although none of them had a cell. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ",,,\n", " \n"})
    void blankRowsAreBounded(String row) {
        assertCosts((HEADER + row.repeat(4_000_000 / row.length())).getBytes(StandardCharsets.UTF_8), SHORT_LIVED);
        assertThat(ReadFile.why((HEADER + row.repeat(20_001)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("has more than 20,000 blank rows; delete them");
    }

    @Test
    void cellsOfATextAreBounded() {
        String row = ",".repeat(30_000) + "\n";
        assertThat(ReadFile.why((HEADER + row.repeat(100)).getBytes(StandardCharsets.UTF_8)))
                .startsWith("has more than 1,500,000 cells");
    }

    @Test
    void rowsAndCellsOfAWorkbookAreBounded() {
        String header = RawWorkbook.row(1, "document_type", "document_number", "first_name");
        for (String rows : new String[] {
            header + "<row/>".repeat(1_000_000),
            header + "<row>" + "<c/>".repeat(2_000_000) + "</row>",
            "<row/>".repeat(1_000_000)
        }) {
            assertCosts(RawWorkbook.of(rows).bytes(), SHORT_LIVED);
        }
    }

    private static void assertCostsLittle(String text) {
        assertCosts(text.getBytes(StandardCharsets.UTF_8), FEW_BYTES);
    }

    private static void assertCosts(byte[] file, long most) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(ReadFile.refusal(file).violations()).hasSize(1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(most);
    }
}
