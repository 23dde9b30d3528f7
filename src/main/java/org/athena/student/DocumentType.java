package org.athena.student;

/** The identity documents that SIMAT knows (Ministerio de Educación Nacional). */
enum DocumentType {
    TI,
    RC,
    CC,
    CE,
    NUIP,
    PASSPORT,
    PPT,
    PEP,
    NES;

    /** Documents of one kind have the same national number, which stays the same while a child grows up. */
    String kind() {
        return switch (this) {
            case TI, RC, CC, NUIP -> "national";
            default -> name();
        };
    }
}
