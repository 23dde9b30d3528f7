package org.athena.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.json.Dates;

/** Reads days as Colombian schools write them: the day before the month, or the year first, and the year with four digits. */
final class WrittenDay {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})([/.-]| de | )(\\d{1,2}|\\p{L}{3,10})\\.?\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{1,2}([/.-]| de | )(\\d{1,2}|\\p{L}{3,10})\\.?\\1\\d{2}");

    /** In Spanish and, where it has another beginning, in English. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("enero", "january"),
            List.of("febrero", "february"),
            List.of("marzo", "march"),
            List.of("abril", "april"),
            List.of("mayo"),
            List.of("junio", "june"),
            List.of("julio", "july"),
            List.of("agosto", "august"),
            List.of("septiembre", "setiembre", "september"),
            List.of("octubre", "october"),
            List.of("noviembre", "november"),
            List.of("diciembre", "december"));

    private WrittenDay() {}

    /** @throws DateTimeException when it is not a day, with a message that continues the sentence "The cell …" */
    static LocalDate read(String written) {
        if (hasShortYear(written)) {
            throw new DateTimeException("needs a year with four digits");
        }
        try {
            return Dates.day(iso(written));
        } catch (DateTimeException e) {
            throw new DateTimeException("is not a date of the form YYYY-MM-DD or day/month/year", e);
        }
    }

    static boolean hasShortYear(String written) {
        return SHORT_YEAR.matcher(written).matches();
    }

    private static String iso(String written) {
        Matcher day = DAY_FIRST.matcher(written);
        if (day.matches()) {
            return iso(day.group(4), month(day.group(3)), day.group(1));
        }
        Matcher year = YEAR_FIRST.matcher(written);
        return year.matches() ? iso(year.group(1), year.group(3), year.group(4)) : written;
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    /** A month by its number, or by its name or the beginning of it. */
    private static String month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return written;
        }
        String word = written.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(name -> name.startsWith(word))) {
                return String.valueOf(i + 1);
            }
        }
        throw new DateTimeException(written);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
