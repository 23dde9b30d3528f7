package org.athena.platform.sheet.cells;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a list row by row. Only a few rows are in memory at once. All cells are texts, so that Excel changes none of them. */
public interface SheetWriter extends Closeable {

    /** Writes a row, of which null cells stay blank. */
    void row(List<String> cells) throws IOException;

    /** Writes the end of the file. */
    @Override
    void close() throws IOException;
}
