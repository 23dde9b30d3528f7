package org.athena.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * One row of the table that {@code bench/run} prints.
 *
 * @param what what was measured
 * @param limit the target, which the figure has to stay at or below; none for a figure that only stands beside another
 * @param measured the figure
 * @param unit of both
 * @param parts what the figure is made of; printed when the target is missed, or when there is none
 */
record Budget(String what, Double limit, double measured, String unit, String parts) {

    private static final Path TABLE = Path.of("target/bench/table.txt");

    /** Appends the row: the parts of the bench run in several class loaders and have only a file in common. */
    void report() throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, row(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String row() {
        String row = line(what, limit == null ? "-" : figure(limit), figure(measured), verdict());
        return limit != null && measured <= limit ? row : row + "    " + parts + "\n";
    }

    private String verdict() {
        return limit == null ? "" : measured <= limit ? "met" : "MISSED";
    }

    private String figure(double value) {
        return String.format(Locale.ROOT, unit.equals("x") ? "%.2f %s" : "%.0f %s", value, unit);
    }

    private static String line(String what, String target, String measured, String verdict) {
        return String.format("%-62s %10s %10s  %s%n", what, target, measured, verdict);
    }

    /** A row that says what could not be measured. */
    static void missing(String what) throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, "NOT MEASURED: " + what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
