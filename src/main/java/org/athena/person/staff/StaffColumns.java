package org.athena.person.staff;

import java.util.Arrays;
import java.util.List;

import org.athena.platform.sheet.Bounds;
import org.athena.platform.sheet.Column;
import org.athena.platform.sheet.Row;

/** The columns of a file of staff. A name is in one cell, or in one for the names and one for the surnames. */
final class StaffColumns {

    static final Bounds BOUNDS = new Bounds(1024 * 1024, 1_000);

    static final String EMAIL = "email";
    static final String FULL_NAME = "full_name";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String ROLES = "roles";

    static final List<Column> ALL = List.of(
            Column.required(EMAIL, "Correo electrónico", "Correo", "E-mail", "Correo institucional"),
            Column.optional(FULL_NAME, "Nombre completo", "Nombres y apellidos", "Nombre"),
            Column.optional(FIRST_NAME, "Nombres", "Primer nombre"),
            Column.optional(LAST_NAME, "Apellidos", "Primer apellido"),
            Column.required(ROLES, "Roles", "Rol", "Cargo", "Perfil"));

    private static final List<String> TEMPLATE = List.of("Correo electrónico", "Nombre completo", "Roles");
    private static final List<String> EXAMPLE =
            List.of("ejemplo@colegio.example", "Ejemplo Borre Esta Fila", "docente; coordinador");

    private StaffColumns() {}

    static List<String> titles() {
        return TEMPLATE;
    }

    /** The row of the template that shows how rows are filled. */
    static List<String> example() {
        return EXAMPLE;
    }

    /** Whether somebody left the example in the file. */
    static boolean isExample(Row row) {
        return EXAMPLE.get(0).equals(row.text(EMAIL));
    }

    /** What stands between two roles: not the slash of {@code Profesor/a}. */
    private static final String BETWEEN = "[;,|\\n]|/(?!\\s*(?:a|as|o|os)\\s*(?:[;,|/\\n]|$))|\\s+[ye]\\s+";

    /** Several roles stand in one cell, with a semicolon, a comma, a bar, a slash or "y" between them. */
    static List<String> split(String roles) {
        return Arrays.stream(roles.split(BETWEEN))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }
}
