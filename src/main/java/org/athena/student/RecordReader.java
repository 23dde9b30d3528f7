package org.athena.student;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Gives a parser the text of a file, and of each record only so much: a line of five million commas would become as many cells. A
 * parser reads ahead, so the bound is not exact.
 */
class RecordReader extends Reader {

    /** A student has some 600 characters at most. */
    private static final int MAX_CHARACTERS = 32_768;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** One record goes on and on. */
    static class EndlessException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The text holds a character that no text file has. */
    static class NulException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Reader text;
    private int left = MAX_CHARACTERS;
    private boolean begun;

    /** @param utf8 read only as far as the parser gets */
    RecordReader(byte[] utf8) {
        text = new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder());
    }

    /** The parser begins with the next record. */
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
