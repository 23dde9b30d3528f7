package org.athena.platform.names;

import java.text.Normalizer;

/** The stored form of a telephone number, see {@link PhoneNumber}. */
public final class NormalPhone {

    private NormalPhone() {}

    /** Usual width and spaces, and without the fraction of zeros that a spreadsheet adds to a number. Null stays null. */
    public static String of(String written) {
        return written == null
                ? null
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .strip()
                        .replaceFirst("^(\\+?[0-9]+)[.,]0{1,2}$", "$1");
    }
}
