package org.athena.platform.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's identity document in the stored form.
 *
 * @param type the kind of document
 * @param number the number as {@link #normal} makes it
 */
public record Document(DocumentType type, String number) {

    /** More than any number that Colombia issues (11 digits) and more than a foreign passport has. */
    public static final int MAX_LENGTH = 20;

    static final String SEPARATED = "has a decimal fraction, or separators that are not between groups of three digits;"
            + " write the digits alone";

    private static final String SEPARATED_DIGITS = "[0-9 .,']*[0-9][0-9 .,']*";
    private static final String SCIENTIFIC = "[0-9]+E\\+[0-9]+";
    private static final String DIGITS = "[1-9][0-9]{0," + (MAX_LENGTH - 1) + "}";
    private static final String OTHERS = "(?=.*[0-9])(?![0-]+$)[A-Z0-9][A-Z0-9-]{2," + (MAX_LENGTH - 1) + "}";

    /**
     * Digits, or groups of three of them, and the zero fraction that a spreadsheet writes. The separator of the groups is never
     * that of the fraction.
     */
    private static final Pattern WHOLE = Pattern.compile("[0-9]+(?:[.,]0{0,2})?"
            + "|[0-9]{1,3}(?:[ .'][0-9]{3})+(?:,0{0,2})?"
            + "|[0-9]{1,3}(?:[ ,'][0-9]{3})+(?:\\.0{0,2})?");

    /** The document with the number as people write it. Numbers of digits only are issued without leading zeros. */
    public static Document of(DocumentType type, String written) {
        String number = normal(written);
        return new Document(type, type.ofDigits() ? number.replaceFirst("^0+(?=[0-9])", "") : number);
    }

    /**
     * The form of a number that does not depend on the type: usual width (NFKC), upper case, without what people write between
     * groups of three digits, without the fraction of zeros that a spreadsheet adds, and without the apostrophe with which it marks
     * text. Another number of digits and separators stays as it is, which no document has. Null stays null.
     */
    public static String normal(String written) {
        if (written == null) {
            return null;
        }
        String plain = Normalizer.normalize(written.replaceAll("[\u2018\u2019\u00b4`]", "'"), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .replaceFirst("^' ?", "")
                .toUpperCase(Locale.ROOT);
        return plain.matches(SEPARATED_DIGITS) ? whole(plain) : plain.replaceAll("[ .,]", "");
    }

    private static String whole(String plain) {
        return WHOLE.matcher(plain).matches()
                ? plain.replaceFirst("[.,]0{0,2}$", "").replaceAll("[ .,']", "")
                : plain;
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
        if (number.matches(SEPARATED_DIGITS) && !number.matches("[0-9]+")) {
            return Optional.of(SEPARATED);
        }
        return number.matches(type.ofDigits() ? DIGITS : OTHERS) ? Optional.empty() : Optional.of(allowed());
    }

    private String allowed() {
        return type.ofDigits()
                ? "must be 1 to " + MAX_LENGTH + " digits for the type " + type
                        + ", not all of them zeros; dots, commas and spaces between groups of three do not matter"
                : "must be 3 to " + MAX_LENGTH
                        + " letters from A to Z, digits and hyphens, with at least one digit, for the type " + type;
    }
}
