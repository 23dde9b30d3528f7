package org.athena.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.json.Dates;

/** Reads days as Colombian schools write them: the day before the month, and the year with four digits. */
final class WrittenDay {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");

    private WrittenDay() {}

    /** @throws DateTimeException when it is not a day */
    static LocalDate read(String written) {
        Matcher parts = DAY_FIRST.matcher(written);
        return Dates.day(parts.matches() ? iso(parts.group(4), parts.group(3), parts.group(1)) : written);
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
