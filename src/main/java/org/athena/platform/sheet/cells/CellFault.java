package org.athena.platform.sheet.cells;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a cell, a row or a column.
 *
 * @param message continues the sentence "The cell …"
 * @param values what the sentence of the code names, in other languages too: a row, a length, words
 */
public record CellFault(FaultCode code, String message, List<String> values) {

    public static CellFault of(FaultCode code, String message, Object... values) {
        return new CellFault(
                code, message, Stream.of(values).map(String::valueOf).toList());
    }
}
