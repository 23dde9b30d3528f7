package org.athena.student.imports;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.platform.sheet.Bounds;
import org.athena.platform.sheet.Column;
import org.athena.platform.sheet.Row;

/** The columns of a file of students. Each row may name two guardians, whose columns begin with {@code guardian1_} or 2. */
final class StudentColumns {

    static final Bounds BOUNDS = new Bounds(5 * 1024 * 1024, 10_000);

    /** The largest number of guardians of a row. */
    static final int GUARDIANS = 2;

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
    static final List<Column> ALL = Stream.concat(
                    OF_STUDENT.stream(),
                    Stream.iterate(1, slot -> slot + 1).limit(GUARDIANS).flatMap(slot -> guardian(slot).stream()))
            .toList();

    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            entry("document_type", "Tarjeta de identidad"),
            entry("document_number", "1000000000"),
            entry("first_name", "Ejemplo"),
            entry("last_name", "Borre esta fila"),
            entry("birth_date", "15/03/2014"),
            entry("gender", "F"),
            entry("guardian1_document_type", "Cédula de ciudadanía"),
            entry("guardian1_document_number", "52000000"),
            entry("guardian1_full_name", "Ejemplo de acudiente"),
            entry("guardian1_relationship", "Madre"),
            entry("guardian1_phone", "+57 300 000 0000"),
            entry("guardian1_can_pickup", "sí"));

    private StudentColumns() {}

    /** The headings of the template, in Spanish. */
    static List<String> titles() {
        return ALL.stream().map(Column::title).toList();
    }

    /** The row of the template that shows how rows are filled. */
    static List<String> example() {
        return ALL.stream().map(column -> EXAMPLE.get(column.name())).toList();
    }

    /** Whether somebody left the example in the file. */
    static boolean isExample(Row row) {
        return Stream.of("first_name", "last_name")
                .allMatch(column -> EXAMPLE.get(column).equals(row.text(column)));
    }

    static List<String> names() {
        return ALL.stream().map(Column::name).toList();
    }

    /** The field of a guardian in the slot, for example {@code guardian1_phone}. */
    static String ofGuardian(int slot, String field) {
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
