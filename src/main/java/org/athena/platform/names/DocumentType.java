package org.athena.platform.names;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The identity documents that a school may enter: those with a code in SIMAT (Ministerio de Educación Nacional), and the
 * passport, which has none. NIP, CABILDO, VISA and TMF are among them, because children have come to schools with such a document and
 * SIMAT's own files name it. The database has the same list. A number that a school makes up is not a document: a provisional type
 * comes with the feature that gives such numbers.
 */
public enum DocumentType {
    TI("tarjeta de identidad", "tarjeta identidad"),
    RC("registro civil", "registro civil de nacimiento", "reg civil"),
    CC("cedula", "cedula de ciudadania", "cedula ciudadania"),
    CE("cedula de extranjeria", "cedula extranjeria"),
    NUIP("numero unico de identificacion personal"),
    PASSPORT("pasaporte", "pas", "pa", "pp"),
    PPT("permiso por proteccion temporal", "permiso de proteccion temporal", "pt"),
    PEP("permiso especial de permanencia", "pe"),
    NES("numero establecido por la secretaria", "numero de la secretaria", "secretaria"),
    NIP("numero de identificacion personal"),
    CABILDO("certificado cabildo", "certificado de cabildo", "certificado de cabildo indigena"),
    VISA("visado"),
    TMF("tarjeta de movilidad fronteriza", "tarjeta movilidad fronteriza");

    private final List<String> names;

    DocumentType(String... names) {
        this.names = List.of(names);
    }

    /**
     * The type that people call by that name, in Spanish or abbreviated. Accents, case, spaces and punctuation do not matter.
     *
     * @param written for example {@code Tarjeta de identidad}, {@code T.I.} or {@code cédula}
     */
    public static Optional<DocumentType> named(String written) {
        String wanted = PlainWord.of(written);
        return Arrays.stream(values())
                .filter(type -> PlainWord.of(type.name()).equals(wanted)
                        || type.names.stream().map(PlainWord::of).anyMatch(wanted::equals))
                .findFirst();
    }

    /** Whether the number has digits only. */
    public boolean ofDigits() {
        return this == NES || kind().equals("national");
    }

    /** Documents of one kind have the same national number, which stays the same while a child grows up. */
    public String kind() {
        return switch (this) {
            case TI, RC, CC, NUIP -> "national";
            default -> name();
        };
    }
}
