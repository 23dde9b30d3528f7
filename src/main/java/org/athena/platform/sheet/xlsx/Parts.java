package org.athena.platform.sheet.xlsx;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Unreadable;

/**
 * The parts of a workbook, which is a ZIP file (ECMA-376, part 2; PKWARE APPNOTE.TXT). They are found by the directory at its end:
 * the JDK reads that of files on a disk alone, and its stream does not know every form in which programs write sizes.
 */
final class Parts {

    /** The size of all parts that are read, once they are inflated. A workbook of ten thousand rows has about ten megabytes. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /**
     * The distance between two opening angle brackets. It bounds what the XML parser keeps of a text or a name; Excel writes at
     * most 32,767 characters in a cell.
     */
    private static final int LONGEST_TEXT = 256 * 1024;

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /**
     * A part.
     *
     * @param at where its local header is
     * @param size the bytes that it has in the file
     */
    private record Part(int at, int size, int method) {}

    private final byte[] file;
    private final ByteBuffer numbers;
    private final Map<String, Part> parts = new HashMap<>();
    private long inflated;

    /** @throws ProblemException 400 when it is not a ZIP file */
    Parts(byte[] file) {
        this.file = file;
        numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = endOfDirectory();
            directory(numbers.getInt(end + 16), number16(end + 10));
        } catch (IndexOutOfBoundsException e) {
            throw Unreadable.workbook();
        }
    }

    /** The record at the end, behind which a comment may follow. */
    private int endOfDirectory() {
        int at = file.length - END_LENGTH;
        while (numbers.getInt(at) != END_OF_DIRECTORY) {
            at--;
        }
        return at;
    }

    private void directory(int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            if (numbers.getInt(at) != ENTRY || (number16(at + 8) & ENCRYPTED) != 0) {
                throw Unreadable.workbook();
            }
            int name = number16(at + 28);
            parts.put(
                    plain(new String(file, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8)),
                    new Part(numbers.getInt(at + 42), numbers.getInt(at + 20), number16(at + 10)));
            at += ENTRY_LENGTH + name + number16(at + 30) + number16(at + 32);
        }
    }

    private int number16(int at) {
        return numbers.getShort(at) & 0xffff;
    }

    boolean has(String name) {
        return parts.containsKey(plain(name));
    }

    /**
     * Opens a part.
     *
     * @return null when there is no such part
     * @throws ProblemException 400 when the file ends before it, or it is packed in another way
     */
    InputStream open(String name) {
        Part part = parts.get(plain(name));
        try {
            return part == null ? null : new Bounded(content(part));
        } catch (IndexOutOfBoundsException e) {
            throw Unreadable.workbook();
        }
    }

    private InputStream content(Part part) {
        int from = part.at() + LOCAL_LENGTH + number16(part.at() + 26) + number16(part.at() + 28);
        int left = file.length - Objects.checkIndex(from, file.length);
        return switch (part.method()) {
            case STORED -> new ByteArrayInputStream(file, from, part.size() < 0 ? 0 : Math.min(part.size(), left));
            // The packed bytes know their end.
            case DEFLATED -> new Inflated(new ByteArrayInputStream(file, from, left));
            default -> throw Unreadable.workbook();
        };
    }

    /** The bytes of a part without the header that the inflater expects otherwise. Closing it frees the inflater's memory. */
    private static final class Inflated extends InflaterInputStream {

        private Inflated(InputStream packed) {
            super(packed, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Names do not distinguish case (ECMA-376, part 2, 6.2.2). */
    private static String plain(String name) {
        String relative = name.startsWith("/") ? name.substring(1) : name;
        return relative.toLowerCase(Locale.ROOT).replace('\\', '/');
    }

    /** Refuses a workbook that is too large, or that has a text longer than any text of a workbook. */
    private final class Bounded extends FilterInputStream {

        private int sinceBracket;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("parts are read in blocks");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.read(buffer, from, length);
            inflated += Math.max(read, 0);
            if (inflated > MOST_BYTES) {
                throw Unreadable.file(
                        FaultCode.FILE_TOO_BIG,
                        "has more than 64 MB when it is unpacked; delete blank rows and columns");
            }
            for (int i = from; i < from + read; i++) {
                sinceBracket = buffer[i] == '<' ? 0 : sinceBracket + 1;
                if (sinceBracket > LONGEST_TEXT) {
                    throw Unreadable.workbook();
                }
            }
            return read;
        }
    }
}
