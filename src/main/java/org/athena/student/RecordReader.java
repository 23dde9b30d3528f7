package org.athena.student;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Limits the characters of each record that a parser reads, because a line of five million commas would become as many cells. The
 * limit is not exact, because the parser reads ahead.
 */
class RecordReader extends Reader {

    /** A record of a student has about 600 characters at most. */
    private static final int MAX_CHARACTERS = 32_768;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A record is longer than the limit. */
    static class EndlessException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The text contains a NUL character. */
    static class NulException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Reader text;
    private int left = MAX_CHARACTERS;
    private boolean begun;

    /** @param utf8 the bytes of the file, decoded only as far as the parser reads */
    RecordReader(byte[] utf8) {
        text = new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder());
    }

    /** Must be called when the parser begins the next record. */
    void next() {
        left = MAX_CHARACTERS;
    }

    /** @throws java.nio.charset.CharacterCodingException when it is not UTF-8 */
    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            throw new EndlessException();
        }
        int read = text.read(buffer, from, Math.min(length, left));
        if (!begun && read > 0) {
            begun = true;
            if (buffer[from] == BYTE_ORDER_MARK) {
                return read == 1 ? read(buffer, from, length) : withoutFirst(buffer, from, read);
            }
        }
        return counted(buffer, from, read);
    }

    private int withoutFirst(char[] buffer, int from, int read) throws IOException {
        System.arraycopy(buffer, from + 1, buffer, from, read - 1);
        return counted(buffer, from, read - 1);
    }

    private int counted(char[] buffer, int from, int read) throws IOException {
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
