package org.athena.devmode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The people of the two demo schools, the same at every start. */
final class DemoPeople {

    /** The password of every demo account. */
    static final String PASSWORD = "athena-demo";

    /**
     * @param email the account; the user's id follows from it
     * @param name the person
     * @param memberships the person's roles in the schools
     */
    record Person(String email, String name, List<Membership> memberships) {

        UUID id() {
            return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param school {@link #SCHOOLS} by position
     * @param role the role code
     */
    record Membership(int school, String role) {}

    static final List<String> SCHOOLS = List.of("Colegio San Mateo", "Liceo La Esperanza");

    private static final List<String> DOMAINS = List.of("sanmateo.example", "esperanza.example");

    private static final List<List<String>> NAMES = List.of(
            List.of("rector", "Amalia Restrepo", "Hernán Quintero"),
            List.of("coordinator", "Jorge Iván Salazar", "Luz Dary Cárdenas"),
            List.of("secretary", "Patricia Muñoz", "Óscar Beltrán"),
            List.of("teacher", "Natalia Ospina", "Fabio Peña"),
            List.of("student", "Samuel Álvarez", "Valentina Arango"),
            List.of("acudiente", "Claudia Álvarez", "Mauricio Arango"));

    static final Person SUPERADMIN = new Person("superadmin@athena.example", "Equipo Athena", List.of());

    private DemoPeople() {}

    /** All people but the superadmin, who has no membership and whose account is made separately. */
    static List<Person> members() {
        List<Person> people = new ArrayList<>();
        for (int school = 0; school < SCHOOLS.size(); school++) {
            for (List<String> row : NAMES) {
                people.add(new Person(
                        row.get(0) + "@" + DOMAINS.get(school),
                        row.get(school + 1),
                        List.of(new Membership(school, row.get(0)))));
            }
        }
        people.add(new Person(
                "both@athena.example",
                "Gloria Inés Zapata",
                List.of(new Membership(0, "teacher"), new Membership(1, "acudiente"))));
        return people;
    }

    static UUID schoolId(int school) {
        return UUID.nameUUIDFromBytes(SCHOOLS.get(school).getBytes(StandardCharsets.UTF_8));
    }
}
