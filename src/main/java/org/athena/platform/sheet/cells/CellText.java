package org.athena.platform.sheet.cells;

import java.util.regex.Pattern;

import org.athena.platform.problem.FaultCode;

/** The texts of cells. */
public final class CellText {

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** What UTF-8 becomes when it is read as Windows-1252: É is two bytes, which show as Ã and another character. */
    private static final Pattern UTF8_AS_1252 =
            Pattern.compile("[ÂÃ][\\x{80}-\\x{BF}ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â[€\\x{80}]|ï»¿");

    /** Letters of MS-DOS (850) and old Macs when they are read as Windows-1252. */
    private static final Pattern OLD_AS_1252 = Pattern.compile("[¢£¤¥‡]|(?<=\\p{L})[¡‚Ž–—\\x{A0}„…](?=\\p{Ll})");

    /** More of such letters, which a name may have and a heading has not. */
    private static final Pattern OLD_HEADING = Pattern.compile("(?<=\\p{L})[œ’](?=\\p{Ll})|¼|§");

    private static final CellFault OLD = CellFault.of(
            FaultCode.BROKEN_ENCODING,
            "has broken accents: the file is probably in the encoding of MS-DOS (850) or of an old Mac; save it as CSV UTF-8 or"
                    + " .xlsx");

    private static final CellFault LOST = CellFault.of(
            FaultCode.LOST_LETTER,
            "contains a letter that was lost when the file was saved in another encoding; save it again from the original as CSV"
                    + " UTF-8 or .xlsx");

    private static final CellFault UTF8 = CellFault.of(
            FaultCode.BROKEN_UTF8,
            "is UTF-8 that was read as Windows-1252, which breaks accents; open the original as UTF-8 and save it as CSV UTF-8 or"
                    + " .xlsx");

    private CellText() {}

    /** @return why the heading was not decoded as it was written, with advice; null when nothing shows it */
    public static CellFault whyHeadingIsBroken(String heading) {
        CellFault why = whyBroken(heading);
        return why == null && OLD_HEADING.matcher(heading).find() ? OLD : why;
    }

    /** The text without white space of any kind around it. */
    public static String stripped(String cell) {
        return cell.isEmpty() ? cell : EDGES.matcher(cell).replaceAll("");
    }

    /** @return why the text was not decoded as it was written, with advice; null when nothing shows it */
    public static CellFault whyBroken(String cell) {
        if (cell.indexOf('\ufffd') >= 0) {
            return LOST;
        }
        if (UTF8_AS_1252.matcher(cell).find()) {
            return UTF8;
        }
        return OLD_AS_1252.matcher(cell).find() ? OLD : null;
    }
}
