package org.athena.platform.sheet.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The encoding of a text file. A byte order mark decides; without one the file is UTF-8 when all of it is, and otherwise
 * Windows-1252, in which a Spanish Excel saves "CSV".
 *
 * @param charset the encoding
 * @param mark the number of bytes of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int AT_A_TIME = 8192;

    static TextEncoding of(byte[] file) {
        if (begins(file, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(file, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(file, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static boolean begins(byte[] file, int... mark) {
        return file.length >= mark.length
                && Arrays.equals(mark, 0, mark.length, unsigned(file, mark.length), 0, mark.length);
    }

    private static int[] unsigned(byte[] file, int count) {
        int[] first = new int[count];
        Arrays.setAll(first, i -> file[i] & 0xff);
        return first;
    }

    /** Decodes the file in parts that are dropped. */
    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer dropped = CharBuffer.allocate(AT_A_TIME);
        while (true) {
            var result = decoder.decode(bytes, dropped.clear(), true);
            if (!result.isOverflow()) {
                return result.isUnderflow();
            }
        }
    }
}
