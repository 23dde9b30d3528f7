package org.athena.student;

import java.util.Locale;

/**
 * A person's identity document, in the form in which it is kept.
 *
 * @param type the kind of document
 * @param number without spaces and dots
 */
record Document(DocumentType type, String number) {

    /** As people write it. */
    static Document of(DocumentType type, String written) {
        return new Document(type, strip(written));
    }

    /** Spaces, of whatever kind, and dots mean nothing. */
    static String strip(String written) {
        return written.replaceAll("[\\s\\p{Z}.]", "").toUpperCase(Locale.ROOT);
    }

    /** The same for two documents that cannot both be in a school. */
    String key() {
        return type.kind() + ":" + number;
    }
}
