package org.athena.platform.sheet.cells;

import java.util.Map;
import java.util.TreeMap;

import org.athena.platform.problem.Violation;
import org.athena.platform.problem.ViolationCode;

/**
 * What is wrong with a cell, a row or a column.
 *
 * @param code the word of a {@link ViolationCode}
 * @param message continues the sentence "The cell …"
 * @param params what the sentence of the code names, in other languages too: a row, a length, words
 */
public record CellFault(String code, String message, Map<String, Object> params) {

    public static CellFault of(ViolationCode code, String message) {
        return new CellFault(code.word(), message, Map.of());
    }

    /** The fault with one more parameter. */
    public CellFault with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(params);
        more.put(name, value);
        return new CellFault(code, message, more);
    }

    /** The fault as an answer says it. */
    public Violation at(long row, String column) {
        return new Violation(column, "row " + row, message, code, params);
    }
}
