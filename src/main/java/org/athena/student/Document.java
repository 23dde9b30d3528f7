package org.athena.student;

import java.util.Locale;

/**
 * A person's identity document in the stored form.
 *
 * @param type the kind of document
 * @param number the number without spaces and dots
 */
record Document(DocumentType type, String number) {

    /** A document with the number as people write it. */
    static Document of(DocumentType type, String written) {
        return new Document(type, strip(written));
    }

    /** Removes dots and all kinds of spaces. */
    static String strip(String written) {
        return written.replaceAll("[\\s\\p{Z}.]", "").toUpperCase(Locale.ROOT);
    }

    /** A key that is the same for two documents that a school cannot have at once. */
    String key() {
        return type.kind() + ":" + number;
    }
}
