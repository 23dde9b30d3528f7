package org.athena.devmode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of the two demo schools who have an account, the same at every start. */
final class DemoPeople {

    /** The password of every demo account. */
    static final String PASSWORD = "athena-demo";

    /**
     * @param email the account; the user's id follows from it
     * @param name the person
     * @param memberships the person's roles in the schools
     */
    record Person(String email, String name, List<Membership> memberships) {

        Person(String email, String name, Membership... memberships) {
            this(email, name, List.of(memberships));
        }

        UUID id() {
            return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        }

        /** Whether the person has accepted no school yet, and has no password. */
        boolean onlyInvited() {
            return !memberships.isEmpty() && memberships.stream().allMatch(Membership::invited);
        }

        /** The secret in the mails of the person's invitation. */
        String secret() {
            return "demo-" + email;
        }
    }

    /**
     * @param school {@link #SCHOOLS} by position
     * @param role the role code
     * @param invited whether the person is yet to accept it
     */
    record Membership(int school, String role, boolean invited) {

        Membership(int school, String role) {
            this(school, role, false);
        }
    }

    static final List<String> SCHOOLS = List.of("Colegio San Mateo", "Liceo La Esperanza");

    static final Person SUPERADMIN = new Person("superadmin@athena.example", "Equipo Athena");

    private static final List<String> DOMAINS = List.of("sanmateo.example", "esperanza.example");

    /** One person for each role: the role, the name in the address, and who it is at each school. */
    private static final List<List<String>> ROLES = List.of(
            List.of("rector", "rector", "Amalia Restrepo Uribe", "Hernán Quintero Salazar"),
            List.of("coordinator", "coordinacion", "Jorge Iván Salazar Mesa", "Luz Dary Cárdenas Ríos"),
            List.of("secretary", "secretary", "Patricia Muñoz Agudelo", "Óscar Beltrán Castaño"),
            List.of("counselor", "orientacion", "Diana Carolina Henao Gil", "Ana Lucía Villegas Cano"),
            List.of("teacher", "docente", "Natalia Ospina Correa", "Fabio Peña Zuluaga"),
            List.of("student", "estudiante", "Samuel Álvarez Gómez", "Valentina Arango Mejía"),
            List.of("acudiente", "acudiente", "Claudia Patricia Gómez Arias", "Mauricio Arango Londoño"));

    private static final List<List<String>> TEACHERS = List.of(
            List.of(
                    "Álvaro Hincapié Rojas",
                    "Beatriz Elena Castaño Vélez",
                    "César Augusto Lopera Díaz",
                    "Dora Inés Builes Arroyave",
                    "Edwin Alexánder Cuesta Mena",
                    "Francia Elena Murillo Córdoba",
                    "Gustavo Adolfo Pérez Naranjo",
                    "Sandra Liliana Vergara Tobón"),
            List.of(
                    "Adriana Marulanda Franco",
                    "Bernardo Ocampo Hoyos",
                    "Lina Marcela Duque Aristizábal",
                    "Rodrigo Alonso Gallego Mejía"));

    private DemoPeople() {}

    /** All people with an account but the superadmin, who has no membership and whose account is made separately. */
    static List<Person> members() {
        return Stream.of(listed(), teachers(), invited()).flatMap(List::stream).toList();
    }

    /** One person for each role at each school, and one who belongs to both: the accounts to try. */
    static List<Person> listed() {
        List<Person> people = new ArrayList<>();
        for (int school = 0; school < SCHOOLS.size(); school++) {
            people.addAll(listed(school));
        }
        people.add(new Person(
                "both@athena.example",
                "Gloria Inés Zapata",
                new Membership(0, "teacher"),
                new Membership(1, "acudiente")));
        return people;
    }

    private static List<Person> listed(int school) {
        List<Person> people = new ArrayList<>();
        for (List<String> row : ROLES) {
            String email = row.get(1) + "@" + DOMAINS.get(school);
            Membership own = new Membership(school, row.get(0));
            // One teacher finds an invitation to the other school after signing in.
            boolean wanted = school == 1 && row.get(0).equals("teacher");
            people.add(new Person(
                    email,
                    row.get(school + 2),
                    wanted ? List.of(own, new Membership(0, "teacher", true)) : List.of(own)));
        }
        return people;
    }

    private static List<Person> teachers() {
        List<Person> people = new ArrayList<>();
        for (int school = 0; school < SCHOOLS.size(); school++) {
            for (int i = 0; i < TEACHERS.get(school).size(); i++) {
                people.add(new Person(
                        "docente%d@%s".formatted(i + 2, DOMAINS.get(school)),
                        TEACHERS.get(school).get(i),
                        new Membership(school, "teacher")));
            }
        }
        return people;
    }

    /** People to whom an invitation was mailed: lately, almost a month ago, and more than a month ago. */
    private static List<Person> invited() {
        return List.of(
                new Person("liliana.cano@correo.example", "Liliana Cano Arbeláez", new Membership(0, "teacher", true)),
                new Person(
                        "ruben.dario.osorio@correo.example",
                        "Rubén Darío Osorio",
                        new Membership(0, "coordinator", true)),
                new Person(
                        "yolanda.prieto@correo.example", "Yolanda Prieto Camargo", new Membership(1, "teacher", true)));
    }

    static UUID schoolId(int school) {
        return UUID.nameUUIDFromBytes(SCHOOLS.get(school).getBytes(StandardCharsets.UTF_8));
    }
}
