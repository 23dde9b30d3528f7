package org.athena.platform.sheet.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.CellText;

/**
 * The text of a workbook's cell, or why it has none.
 *
 * @param fault null when the text can be read
 */
record CellValue(String text, CellFault fault) {

    /** Excel keeps 15 digits of a number and replaces the others by zeros. */
    private static final BigDecimal EXACT = new BigDecimal("1E15");

    private static final int MOST_DIGITS = 40;
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    /** Before day 61 Excel counts a 29 February 1900, which never was. */
    private static final int FIRST_RIGHT_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    static CellValue text(String text) {
        return new CellValue(CellText.stripped(text), null);
    }

    static CellValue faulty(FaultCode code, String message) {
        return faulty(CellFault.of(code, message));
    }

    static CellValue faulty(CellFault fault) {
        return new CellValue("", fault);
    }

    /** A number as its digits, never in scientific notation. */
    static CellValue number(String written) {
        BigDecimal number = decimal(written);
        if (number == null) {
            return text(written);
        }
        if (number.abs().compareTo(EXACT) >= 0) {
            return faulty(
                    FaultCode.TOO_MANY_DIGITS,
                    "is a number with more than 15 digits, of which Excel keeps 15; format the column as text and"
                            + " write it again");
        }
        return text(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    /** @return null when it is not a number of a usual size */
    private static BigDecimal decimal(String written) {
        try {
            BigDecimal number = written.length() > MOST_DIGITS ? null : new BigDecimal(written.strip());
            return number == null || Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number that the sheet shows as a day, in the form YYYY-MM-DD. */
    static CellValue day(String written, boolean from1904) {
        BigDecimal number = decimal(written);
        if (number == null
                || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0
                || number.compareTo(BigDecimal.valueOf(from1904 ? 0 : FIRST_RIGHT_DAY)) < 0) {
            return faulty(FaultCode.NOT_A_DATE, "is not a date");
        }
        int days = number.setScale(0, RoundingMode.FLOOR).intValue();
        return text((from1904 ? DAY_0_OF_1904 : DAY_0).plusDays(days).toString());
    }
}
