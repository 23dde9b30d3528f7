package org.athena.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.cells.CellFault;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void theFirstAreKeptInOrderAndTheOthersAreCounted() {
        Faults faults = new Faults(List.of("a", "b"));
        for (int row = 10_001; row > 1; row--) {
            faults.add(row, "", CellFault.of(FaultCode.INVALID, "whole"));
            faults.add(row, "b", CellFault.of(FaultCode.INVALID, "is wrong"));
            faults.add(row, "a", CellFault.of(FaultCode.INVALID, "is wrong"));
            faults.add(row, "a", CellFault.of(FaultCode.INVALID, "is wrong twice"));
        }
        assertThat(faults.first()).hasSize(Faults.SHOWN);
        assertThat(faults.first().subList(0, 4))
                .containsExactly(
                        new Violation("a", "row 2", "is wrong", FaultCode.INVALID),
                        new Violation("b", "row 2", "is wrong", FaultCode.INVALID),
                        new Violation("", "row 2", "whole", FaultCode.INVALID),
                        new Violation("a", "row 3", "is wrong", FaultCode.INVALID));
        assertThat(faults.more()).isEqualTo(30_000 - Faults.SHOWN);
        assertThat(faults.rows()).isEqualTo(10_000);
    }
}
