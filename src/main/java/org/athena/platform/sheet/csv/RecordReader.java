package org.athena.platform.sheet.csv;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;

import org.athena.platform.sheet.cells.RowLimits;

/**
 * Limits the characters of each record that a parser reads, because a line of five million commas would become as many cells. The
 * limit is not exact, because the parser reads ahead.
 */
class RecordReader extends Reader {

    /** The longest first line that names the separator: {@code "sep=;"} and the end of the line. */
    private static final int SEPARATOR_LINE = 16;

    /** A record is longer than the limit. */
    static class EndlessException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The text contains a NUL character. */
    static class NulException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final BufferedReader text;
    private int left = RowLimits.MAX_CHARACTERS;

    /** @param file the bytes of the file, decoded only as far as the parser reads */
    RecordReader(byte[] file, TextEncoding encoding) {
        text = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(file, encoding.mark(), file.length - encoding.mark()), encoding.charset()));
    }

    /**
     * Skips a first line such as {@code sep=;}, which Excel obeys and does not show.
     *
     * @return the separator that it names; null without such a line
     */
    Character separatorLine() throws IOException {
        text.mark(SEPARATOR_LINE);
        char[] beginning = new char[SEPARATOR_LINE];
        int read = text.read(beginning);
        text.reset();
        Character named = SeparatorLine.in(new String(beginning, 0, Math.max(read, 0)));
        if (named != null) {
            text.readLine();
        }
        return named;
    }

    /** Must be called when the parser begins the next record. */
    void next() {
        left = RowLimits.MAX_CHARACTERS;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            throw new EndlessException();
        }
        int read = text.read(buffer, from, Math.min(length, left));
        for (int i = from; i < from + read; i++) {
            if (buffer[i] == '\0') {
                throw new NulException();
            }
        }
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
