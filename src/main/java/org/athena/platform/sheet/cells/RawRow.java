package org.athena.platform.sheet.cells;

import java.util.List;
import java.util.Map;

/**
 * A row as the file has it.
 *
 * @param number the number of the row
 * @param cells the texts of the cells from left to right; a blank one is an empty text
 * @param faults what is wrong with a cell, by its place; the place {@link #WHOLE} stands for the whole row
 */
public record RawRow(long number, List<String> cells, Map<Integer, CellFault> faults) {

    public static final int WHOLE = -1;

    public boolean isBlank() {
        return faults.isEmpty() && cells.stream().allMatch(String::isEmpty);
    }
}
