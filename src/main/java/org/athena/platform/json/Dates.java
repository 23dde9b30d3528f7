package org.athena.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Days and moments in the form of the API, used for JSON, query parameters and files. */
public final class Dates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    /** The first whole year of the Gregorian calendar; the driver would convert earlier days to the Julian calendar. */
    public static final int FIRST_YEAR = 1583;

    private Dates() {}

    private static void check(int year) {
        if (year < FIRST_YEAR) {
            throw new DateTimeException("the year is before " + FIRST_YEAR);
        }
    }

    /**
     * @param written a moment in the form of RFC 3339, with a year from {@link #FIRST_YEAR} on
     * @throws DateTimeException when it is anything else
     */
    public static Instant moment(String written) {
        Instant moment = Instant.parse(written);
        if (!Character.isDigit(written.charAt(0))) {
            throw new DateTimeException("a year has four digits");
        }
        check(moment.atZone(ZoneOffset.UTC).getYear());
        return moment;
    }

    /**
     * @param written {@code YYYY-MM-DD} with a year from {@link #FIRST_YEAR} on, as RFC 3339 has it
     * @throws DateTimeException when it is anything else
     */
    public static LocalDate day(String written) {
        if (written.length() != "YYYY-MM-DD".length()) {
            throw new DateTimeException("a date has ten characters");
        }
        LocalDate day = LocalDate.parse(written, DAY);
        check(day.getYear());
        return day;
    }
}
