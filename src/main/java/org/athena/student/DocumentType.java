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

    /** Documents that carry one and the same national number as a child grows are of one kind. */
    String kind() {
        return switch (this) {
            case TI, RC, CC, NUIP -> "national";
            default -> name();
        };
    }
}
