package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

/** What a file costs before it is refused. */
class StudentFileTest {

    private static final String HEADER = "document_type,document_number,first_name,last_name\n";
    private static final int FIVE_MILLION = 5_000_000;
    private static final long FEW_BYTES = 4_000_000;

    /** Loading the classes is no part of a file's cost. */
    @BeforeAll
    static void once() {
        StudentFile.of(HEADER.getBytes(StandardCharsets.UTF_8)).read(row -> {});
        catchThrowableOfType(ProblemException.class, () -> StudentFile.of("\"".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "x,", "\"\n\",", "\"a\n\"\"\",", "a"})
    void aHeaderWithoutEndCostsLittle(String part) {
        refuses(part.repeat(FIVE_MILLION / part.length()), FEW_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "x,", "\"\n\",", "a"})
    void aRowWithoutEndCostsLittle(String part) {
        refuses(HEADER + part.repeat(FIVE_MILLION / part.length()), FEW_BYTES);
    }

    @Test
    void aHeaderThatIsWrongIsToldWhateverTheRowsAre() {
        byte[] rows = "TI,1,Jos\u00e9,\"Ruiz".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = ("school_id," + HEADER + "TI,2,Ana,Ruiz\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(rows, 0, file, file.length - rows.length, rows.length);
        Violation fault = refuses(file, FEW_BYTES).violations().get(0);
        assertThat(fault).isEqualTo(new Violation("school_id", "row 1", "is not a column of a student"));
    }

    private static ProblemException refuses(String file, long most) {
        return refuses(file.getBytes(StandardCharsets.UTF_8), most);
    }

    private static ProblemException refuses(byte[] file, long most) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> StudentFile.of(file).read(row -> {}));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(most);
        assertThat(refused.violations()).hasSize(1);
        return refused;
    }
}
