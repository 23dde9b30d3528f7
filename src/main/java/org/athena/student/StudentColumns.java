package org.athena.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.platform.names.PlainWord;
import org.athena.platform.sheet.Column;

/**
 * The columns of files of students, those that are imported and those that are downloaded. Each row may name two guardians, whose
 * columns begin with {@code guardian1_} or 2.
 */
public final class StudentColumns {

    /** The largest number of guardians of a row. */
    public static final int GUARDIANS = 2;

    private static final List<String> TYPES = List.of(
            "Tipo de documento",
            "Tipo documento",
            "Tipo doc",
            "Tipo de doc",
            "Tipo de identificación",
            "Tipo identificación",
            "Tipo de documento de identidad",
            "Tipo ID");

    private static final List<String> NUMBERS = numbers();

    private static final List<String> CEDULAS = List.of("Cédula", "Cédula de ciudadanía", "C.C.");

    private static final List<String> PHONES =
            List.of("teléfono", "celular", "móvil", "tel", "cel", "teléfono celular", "número de celular");

    /** Headings that say without the word "acudiente", or with nothing else, that they are of a guardian. */
    private static final Map<String, List<String>> ALONE =
            Map.of("relationship", List.of("Parentesco"), "full_name", List.of("Acudiente"));

    private static final List<String> WHOLE_NAMES = List.of(
            "Nombre completo",
            "Nombres completos",
            "Nombres y apellidos",
            "Nombre y apellido",
            "Apellidos y nombres",
            "Estudiante",
            "Nombre del estudiante",
            "Nombre estudiante");

    private static final List<Column> OF_STUDENT = List.of(
            new Column("document_type", true, ofStudent(TYPES, "Tipo", "TD")),
            new Column("document_number", true, ofStudent(NUMBERS, "Doc")),
            Column.required("first_name", "Primer nombre", "Nombre1", "Nombre 1", "1er nombre")
                    .insteadOf(
                            both(List.of("Nombres", "Nombre"), WHOLE_NAMES),
                            List.of("Primer nombre", "Segundo nombre")),
            Column.optional("middle_name", "Segundo nombre", "Otros nombres", "Nombre2", "Nombre 2", "2do nombre"),
            Column.required("last_name", "Primer apellido", "Apellido1", "1er apellido")
                    .insteadOf(
                            both(List.of("Apellidos", "Apellido"), WHOLE_NAMES),
                            List.of("Primer apellido", "Segundo apellido")),
            Column.optional("second_last_name", "Segundo apellido", "Apellido2", "2do apellido"),
            Column.optional(
                    "birth_date",
                    "Fecha de nacimiento",
                    "Fecha nacimiento",
                    "Nacimiento",
                    "Fecha nac",
                    "Fecha de nac",
                    "F. de nacimiento",
                    "F. nacimiento",
                    "F. de nac",
                    "F. nac"),
            Column.optional("gender", "Género", "Sexo"));

    /** All columns, with the heading for people as the first alias. */
    public static final List<Column> ALL = Stream.concat(
                    OF_STUDENT.stream(),
                    Stream.iterate(1, slot -> slot + 1).limit(GUARDIANS).flatMap(slot -> guardian(slot).stream()))
            .toList();

    private StudentColumns() {}

    /** The headings of all columns, in Spanish. */
    public static List<String> titles() {
        return ALL.stream().map(Column::title).toList();
    }

    /** The fields of all columns. */
    public static List<String> names() {
        return ALL.stream().map(Column::name).toList();
    }

    /** The field of a guardian in the slot, for example {@code guardian1_phone}. */
    public static String ofGuardian(int slot, String field) {
        return "guardian" + slot + "_" + field;
    }

    /** People write "Número de documento", "N° documento", "Núm. identificación" and more, or the noun alone. */
    private static List<String> numbers() {
        List<String> nouns = List.of("documento", "identificación", "documento de identidad", "doc");
        List<String> numbers = new ArrayList<>();
        for (String number : List.of("Número", "N.º", "N", "Núm", "Nro")) {
            nouns.forEach(noun -> numbers.addAll(List.of(number + " de " + noun, number + " " + noun)));
        }
        numbers.addAll(List.of("Documento", "Identificación", "Documento de identidad"));
        return numbers;
    }

    private static List<String> ofStudent(List<String> names, String... more) {
        List<String> aliases = new ArrayList<>(names);
        names.forEach(name -> aliases.addAll(List.of(name + " estudiante", name + " del estudiante")));
        aliases.addAll(List.of(more));
        return aliases;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Whether the heading of a guardian's document says that it is a cédula, so that nobody needs to write the type. */
    public static boolean isCedula(String heading) {
        String plain = PlainWord.of(heading);
        return plain.contains("cedula") || plain.contains("cc");
    }

    private static List<Column> guardian(int slot) {
        return List.of(
                guardian(slot, "document_type", TYPES),
                guardian(slot, "document_number", both(NUMBERS, CEDULAS), CEDULAS),
                guardian(slot, "full_name", List.of("nombre completo", "nombre", "nombres y apellidos", "nombres")),
                guardian(slot, "relationship", List.of("parentesco", "relación")),
                guardian(slot, "phone", PHONES, PHONES),
                guardian(slot, "email", List.of("correo", "correo electrónico", "email", "e-mail")),
                guardian(slot, "is_legal_representative", List.of("representante legal")),
                guardian(slot, "has_custody", List.of("custodia", "tiene custodia")),
                guardian(slot, "can_pickup", List.of("puede recoger", "autorizado para recoger")),
                guardian(slot, "is_emergency_contact", List.of("contacto de emergencia")),
                guardian(slot, "portal_access", List.of("acceso al portal", "portal")));
    }

    /** A column that has these headings alone too, where the file names the first guardian. A telephone is that of the family. */
    private static Column guardian(int slot, String field, List<String> names, List<String> alone) {
        Column column = guardian(slot, field, names);
        return slot == 1 ? column.orBeside(ofGuardian(slot, "full_name"), alone) : column;
    }

    /**
     * People write "Acudiente 1: teléfono", "Teléfono acudiente 1" or "Teléfono del acudiente 1". Without a number it is the first
     * guardian. A relationship is always that of a guardian.
     */
    private static Column guardian(int slot, String field, List<String> names) {
        List<String> aliases = new ArrayList<>();
        for (String number : slot == 1 ? List.of(" 1", "") : List.of(" " + slot)) {
            for (String name : names) {
                aliases.add("Acudiente" + number + ": " + name.toLowerCase(Locale.ROOT));
                aliases.add(name + " acudiente" + number);
                aliases.add(name + " del acudiente" + number);
            }
        }
        if (slot == 1) {
            aliases.addAll(ALONE.getOrDefault(field, List.of()));
        }
        return new Column(ofGuardian(slot, field), false, aliases);
    }
}
