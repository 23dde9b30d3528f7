package org.athena.person.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.names.PlainWord;
import org.athena.platform.tenancy.Role;

/** The roles that a file of staff may name: by their codes, or as schools in Colombia call them. */
enum StaffRole {
    rector(Role.RECTOR, "rector", "rectora"),
    coordinator(Role.COORDINATOR, "coordinador", "coordinadora"),
    secretary(Role.SECRETARY, "secretaria", "secretario", "secretaria academica", "auxiliar administrativo"),
    counselor(
            Role.COUNSELOR,
            "orientador",
            "orientadora",
            "docente orientador",
            "docente orientadora",
            "psicoorientador",
            "psicoorientadora"),
    teacher(Role.TEACHER, "docente", "profesor", "profesora", "maestro", "maestra");

    private final Role role;
    private final List<String> names;

    StaffRole(Role role, String... names) {
        this.role = role;
        this.names = List.of(names);
    }

    Role role() {
        return role;
    }

    /** What people write, for example {@code Docente} or {@code Coordinador(a)}. */
    static Optional<StaffRole> named(String written) {
        String wanted = PlainWord.of(written);
        return Arrays.stream(values())
                .filter(role -> Stream.concat(Stream.of(role.name()), role.names.stream())
                        .map(PlainWord::of)
                        .anyMatch(wanted::equals))
                .findFirst();
    }

    /** The Spanish names, for a message. */
    static String words() {
        return Arrays.stream(values()).map(role -> role.names.get(0)).collect(Collectors.joining(", "));
    }
}
