package org.athena.platform.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's identity document in the stored form.
 *
 * @param type the kind of document
 * @param number the number as {@link #normal} makes it
 */
public record Document(DocumentType type, String number) {

    /** More than any number that Colombia issues (11 digits) and more than a foreign passport has. */
    public static final int MAX_LENGTH = 20;

    private static final String SCIENTIFIC = "[0-9]+E\\+[0-9]+";
    private static final String DIGITS = "[0-9]{1," + MAX_LENGTH + "}";
    private static final String OTHERS = "(?=.*[0-9])[A-Z0-9][A-Z0-9-]{2," + (MAX_LENGTH - 1) + "}";

    /** A document with the number as people write it. */
    public static Document of(DocumentType type, String written) {
        return new Document(type, normal(written));
    }

    /**
     * The stored form of a number: usual width (NFKC), upper case, without spaces, dots and commas, and without the apostrophe with
     * which a spreadsheet marks text. Null stays null.
     */
    public static String normal(String written) {
        return written == null
                ? null
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}.,]", "")
                        .replaceFirst("^['\u2018\u2019\u00b4`]", "")
                        .toUpperCase(Locale.ROOT);
    }

    /** A key that is the same for two documents that a school cannot have at once. */
    public String key() {
        return type.kind() + ":" + number;
    }

    /**
     * What is wrong with the number; empty when it is allowed. Old citizens have cards with few digits, so there is no least
     * number of digits.
     */
    public Optional<String> fault() {
        if (number.matches(SCIENTIFIC)) {
            return Optional.of(
                    "is a number that a spreadsheet has shortened; format the column as text and enter it again");
        }
        return number.matches(type.ofDigits() ? DIGITS : OTHERS) ? Optional.empty() : Optional.of(allowed());
    }

    private String allowed() {
        return type.ofDigits()
                ? "must be 1 to " + MAX_LENGTH + " digits for the type " + type
                        + "; dots, commas and spaces between them do not matter"
                : "must be 3 to " + MAX_LENGTH
                        + " letters from A to Z, digits and hyphens, with at least one digit, for the type " + type;
    }
}
