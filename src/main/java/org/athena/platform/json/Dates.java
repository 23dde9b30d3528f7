package org.athena.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Days and moments as callers write them, wherever they write them: in JSON, in a query, in a file. */
public final class Dates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /**
     * @param written a moment as RFC 3339 has it, with a year of four digits
     * @throws DateTimeException when it is anything else
     */
    public static Instant moment(String written) {
        Instant moment = Instant.parse(written);
        if (!Character.isDigit(written.charAt(0))) {
            throw new DateTimeException("a year has four digits");
        }
        return moment;
    }

    /**
     * @param written {@code YYYY-MM-DD} with a year of four digits, as RFC 3339 has it
     * @throws DateTimeException when it is anything else
     */
    public static LocalDate day(String written) {
        if (written.length() != "YYYY-MM-DD".length()) {
            throw new DateTimeException("a date has ten characters");
        }
        return LocalDate.parse(written, DAY);
    }
}
