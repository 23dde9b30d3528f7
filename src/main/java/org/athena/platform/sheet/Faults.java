package org.athena.platform.sheet;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.cells.CellFault;

/**
 * Collects the faults of a file, one for each cell. It keeps the first ones in the order of rows and columns, and counts
 * the others, so that a file of ten thousand wrong rows costs little.
 */
public final class Faults {

    /** As many as a person reads in one answer. */
    public static final int SHOWN = 200;

    /**
     * A fault of a cell.
     *
     * @param place the place of the column
     */
    public record Fault(long row, int place, String column, CellFault what) {}

    private final List<String> columns;
    private final int most;
    private final BitSet cells = new BitSet();
    private final BitSet rows = new BitSet();
    private final TreeSet<Fault> shown =
            new TreeSet<>(Comparator.comparingLong(Fault::row).thenComparingInt(Fault::place));
    private int total;

    /** @param columns the fields of the file, from left to right; faults of other fields come last in their row */
    public Faults(List<String> columns) {
        this(columns, SHOWN);
    }

    /** @param most how many faults are kept */
    public Faults(List<String> columns, int most) {
        this.columns = List.copyOf(columns);
        this.most = most;
    }

    /** Adds a fault, unless the cell has one already. */
    public void add(long row, String column, CellFault fault) {
        int place = place(column);
        int cell = Math.toIntExact(row * (columns.size() + 1) + place);
        if (cells.get(cell)) {
            return;
        }
        cells.set(cell);
        rows.set((int) row);
        total++;
        show(new Fault(row, place, column, fault));
    }

    public void add(Row row, String column, CellFault fault) {
        add(row.number(), column, fault);
    }

    /** Adds what could not be read of the row. */
    public void addAll(Row row, Collection<Row.ColumnFault> faults) {
        faults.forEach(fault -> add(row, fault.column(), fault.fault()));
    }

    private int place(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? columns.size() : place;
    }

    private void show(Fault fault) {
        shown.add(fault);
        if (shown.size() > most) {
            shown.pollLast();
        }
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** Whether the row has a fault. */
    public boolean has(long row) {
        return rows.get((int) row);
    }

    /** The number of rows with a fault. */
    public int rows() {
        return rows.cardinality();
    }

    /** The first faults. */
    public List<Violation> first() {
        return shown.stream()
                .map(fault -> fault.what().at(fault.row(), fault.column()))
                .toList();
    }

    /** The first faults, for a list. */
    public List<Fault> listed() {
        return List.copyOf(shown);
    }

    /** The number of faults that are not among the first. */
    public int more() {
        return total - shown.size();
    }
}
