package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

/** What a file costs before it is refused. */
class FileCostTest {

    private static final String HEADER = "document_type,document_number,first_name\n";
    private static final int FIVE_MILLION = 5_000_000;
    /** A fortieth of the smallest heap. Each of the separators is tried. */
    private static final long FEW_BYTES = 12_000_000;

    /** Loading the classes is no part of a file's cost. */
    @BeforeAll
    static void once() {
        new ReadFile(HEADER);
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

    private static void assertCostsLittle(String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(ReadFile.refusal(file).violations()).hasSize(1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(FEW_BYTES);
    }
}
