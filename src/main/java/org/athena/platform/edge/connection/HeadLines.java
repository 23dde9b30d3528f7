package org.athena.platform.edge.connection;

import io.netty.buffer.ByteBuf;

/**
 * Checks the lines of a request's head before Netty parses them (RFC 9112, sections 2.2, 3 and 5). Netty accepts some malformed
 * lines: it joins a folded line to the one before, and treats a tab or a lone CR as a space. A proxy may read them in another
 * way, and then both disagree where the request ends.
 */
final class HeadLines {

    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private boolean requestLineSeen;

    /** Whether the head has begun and is not complete. */
    boolean begun() {
        return requestLineSeen;
    }

    /**
     * Checks each complete line up to the end of the head.
     *
     * @param in the bytes after the last complete line; its indices are not changed
     * @return why the request is refused, or null
     */
    String fault(ByteBuf in) {
        int start = in.readerIndex();
        for (int end = lineFeed(in, start); end >= 0; end = lineFeed(in, start)) {
            if (end == start || in.getByte(end - 1) != '\r') {
                return "a line ends without CR";
            }
            boolean empty = end - 1 == start;
            String fault = empty ? null : fault(in, start, end - 1);
            if (fault != null) {
                return fault;
            }
            if (empty && requestLineSeen) {
                requestLineSeen = false;
                return null;
            }
            requestLineSeen |= !empty;
            start = end + 1;
        }
        return null;
    }

    private static int lineFeed(ByteBuf in, int start) {
        return in.indexOf(start, in.writerIndex(), (byte) '\n');
    }

    private String fault(ByteBuf in, int start, int end) {
        if (in.forEachByte(start, end - start, HeadLines::visible) >= 0) {
            return "a line has a control character";
        }
        return requestLineSeen ? headerFault(in, start, end) : requestLineFault(in, start, end);
    }

    /** A value may contain spaces, tabs and bytes beyond ASCII (RFC 9110, section 5.5). */
    private static boolean visible(byte character) {
        return character < 0 || character >= ' ' && character != 0x7f || character == '\t';
    }

    private static String headerFault(ByteBuf in, int start, int end) {
        int first = in.getByte(start);
        if (first == ' ' || first == '\t') {
            return "a header line is folded";
        }
        int colon = in.forEachByte(start, end - start, HeadLines::token);
        return colon <= start || in.getByte(colon) != ':'
                ? "a header has no name, or a name that is not a token"
                : null;
    }

    private static boolean token(byte character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || TOKEN.indexOf(character) >= 0;
    }

    /** Method, target and version must be separated by exactly one space. */
    private static String requestLineFault(ByteBuf in, int start, int end) {
        int method = in.forEachByte(start, end - start, HeadLines::token);
        int target = method < 0 ? -1 : in.indexOf(method + 1, end, (byte) ' ');
        boolean three = method > start
                && in.getByte(method) == ' '
                && target > method + 1
                && target + 1 < end
                && in.indexOf(target + 1, end, (byte) ' ') < 0
                && in.indexOf(start, end, (byte) '\t') < 0;
        return three ? null : "the request line is not a method, a target and a version with one space between them";
    }
}
