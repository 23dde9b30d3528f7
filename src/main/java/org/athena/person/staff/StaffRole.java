package org.athena.person.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.names.PlainWord;
import org.athena.platform.tenancy.Role;

/** The roles that a file of staff may name: by their codes, or as schools in Colombia call them. */
enum StaffRole {
    rector(Role.RECTOR, "rector", "rectora"),
    coordinator(
            Role.COORDINATOR,
            List.of("coordinador", "coordinadora"),
            List.of(
                    "académico",
                    "académica",
                    "de convivencia",
                    "convivencia",
                    "de disciplina",
                    "de sede",
                    "de jornada")),
    secretary(
            Role.SECRETARY,
            List.of("secretaria", "secretario", "auxiliar administrativo", "auxiliar administrativa"),
            List.of("académica", "académico", "general")),
    counselor(
            Role.COUNSELOR,
            List.of(
                    "orientador",
                    "orientadora",
                    "docente orientador",
                    "docente orientadora",
                    "psicoorientador",
                    "psicoorientadora"),
            List.of("escolar")),
    teacher(
            Role.TEACHER,
            List.of("docente", "docentes", "profesor", "profesora", "profesores", "maestro", "maestra"),
            List.of("de aula"));

    /** Schools call a rector so, and a coordinator too. */
    private static final String EITHER = PlainWord.of("directivo docente");

    private final Role role;
    private final List<String> names;
    private final Set<String> words;

    StaffRole(Role role, String... names) {
        this(role, List.of(names), List.of());
    }

    /** @param additions what may stand behind a name without changing it */
    StaffRole(Role role, List<String> names, List<String> additions) {
        this.role = role;
        this.names = names;
        this.words = words(additions);
    }

    Role role() {
        return role;
    }

    /** What people write, for example {@code Docente}, {@code Coordinador(a)} or {@code Coordinadora académica}. */
    static Optional<StaffRole> named(String written) {
        String wanted = PlainWord.of(written);
        return Arrays.stream(values())
                .filter(role -> role.words.contains(wanted))
                .findFirst();
    }

    /** The code, and each name alone, with the ending of both genders, and with each addition. */
    private Set<String> words(List<String> additions) {
        Stream<String> forms = Stream.concat(names.stream(), names.stream().map(name -> name + "a"));
        return Stream.concat(Stream.of(name()), forms.flatMap(form -> with(form, additions)))
                .map(PlainWord::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> with(String form, List<String> additions) {
        return Stream.concat(Stream.of(form), additions.stream().map(addition -> form + " " + addition));
    }

    /** Why the text is not a role. */
    static String fault(String written) {
        return EITHER.equals(PlainWord.of(written))
                ? "may be a rector or a coordinator: write rector or coordinador"
                : "must be roles out of " + allowed();
    }

    /** The Spanish names, for a message. */
    static String allowed() {
        return String.join(", ", names());
    }

    /** The Spanish names. */
    static List<String> names() {
        return Arrays.stream(values()).map(role -> role.names.get(0)).toList();
    }
}
