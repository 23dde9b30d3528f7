package org.athena.student;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.athena.platform.sheet.Column;

/** The columns of files of students, those that are imported and those that are downloaded. Each row may name two guardians, whose columns begin with {@code guardian1_} or 2. */
public final class StudentColumns {

    /** The largest number of guardians of a row. */
    public static final int GUARDIANS = 2;

    private static final List<Column> OF_STUDENT = List.of(
            Column.required("document_type", "Tipo de documento", "Tipo documento", "Tipo doc", "TD"),
            Column.required(
                    "document_number",
                    "Número de documento",
                    "Documento",
                    "Número documento",
                    "N.º de documento",
                    "N.º documento",
                    "Nro de documento",
                    "Nro documento",
                    "Documento de identidad",
                    "Identificación",
                    "Número de identificación",
                    "Doc"),
            Column.required("first_name", "Primer nombre", "Nombre1", "Nombre 1", "1er nombre"),
            Column.optional("middle_name", "Segundo nombre", "Otros nombres", "Nombre2", "2do nombre"),
            Column.required("last_name", "Primer apellido", "Apellido1", "1er apellido"),
            Column.optional("second_last_name", "Segundo apellido", "Apellido2", "2do apellido"),
            Column.optional("birth_date", "Fecha de nacimiento", "Fecha nacimiento", "Nacimiento", "Fecha nac"),
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

    private static List<Column> guardian(int slot) {
        return List.of(
                guardian(slot, "document_type", "tipo de documento", "tipo documento", "tipo doc"),
                guardian(
                        slot,
                        "document_number",
                        "documento",
                        "número de documento",
                        "número documento",
                        "identificación"),
                guardian(slot, "full_name", "nombre completo", "nombre", "nombres y apellidos"),
                guardian(slot, "relationship", "parentesco", "relación"),
                guardian(slot, "phone", "teléfono", "celular", "móvil"),
                guardian(slot, "email", "correo", "correo electrónico", "email", "e-mail"),
                guardian(slot, "is_legal_representative", "representante legal"),
                guardian(slot, "has_custody", "custodia", "tiene custodia"),
                guardian(slot, "can_pickup", "puede recoger", "autorizado para recoger"),
                guardian(slot, "is_emergency_contact", "contacto de emergencia"),
                guardian(slot, "portal_access", "acceso al portal", "portal"));
    }

    /** People write "Acudiente 1: teléfono", "Teléfono acudiente 1" or "Teléfono del acudiente 1". */
    private static Column guardian(int slot, String field, String... names) {
        List<String> aliases = new ArrayList<>();
        for (String name : names) {
            aliases.add("Acudiente " + slot + ": " + name);
            aliases.add(name + " acudiente " + slot);
            aliases.add(name + " del acudiente " + slot);
        }
        return new Column(ofGuardian(slot, field), false, aliases);
    }
}
