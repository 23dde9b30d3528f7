package org.athena.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Two schools, each with a person in every role, made by the owner; fresh ids, so that tests stay out of each other's way.
 *
 * @param first a school
 * @param second another one
 * @param superadmin a user with the platform flag and no membership
 */
public record Schools(School first, School second, UUID superadmin) {

    private static final String[] ROLES = {"rector", "coordinator", "secretary", "teacher", "student", "acudiente"};

    /** One statement, because hundreds of tests make schools; foreign keys are checked at its end. */
    private static final String SCHOOL = """
            with given as (select ?::uuid as school, ?::text as name, ?::text[] as roles, ?::uuid[] as users),
            person as (select role, id from given, unnest(given.roles, given.users) as p (role, id)),
            a_school as (insert into athena.schools (id, name) select school, name from given),
            settings as (insert into athena.school_settings (school_id) select school from given),
            people as (insert into athena.users (id, email, full_name, status)
                       select id, role || '.' || id || '@example.org', 'Ana ' || role, 'active' from person)
            insert into athena.school_memberships (school_id, user_id, roles)
            select given.school, person.id, array[person.role] from given, person""";

    /**
     * @param id the school
     * @param people a user id by role code
     */
    public record School(UUID id, Map<String, UUID> people) {

        /** The user who holds that role and no other. */
        public UUID person(String role) {
            return people.get(role);
        }
    }

    public static Schools create() {
        return OwnersConnections.use(Schools::create);
    }

    /** In another database than the one that tests share. */
    public static Schools create(Connection owner) throws SQLException {
        UUID superadmin = user(owner, "superadmin", true, "active");
        return new Schools(school(owner, "Colegio Uno"), school(owner, "Colegio Dos"), superadmin);
    }

    private static School school(Connection owner, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        Map<String, UUID> people = new TreeMap<>();
        for (String role : ROLES) {
            people.put(role, UUID.randomUUID());
        }
        Object[] roles = people.keySet().toArray();
        Object[] users = people.values().toArray();
        update(owner, SCHOOL, id, name, owner.createArrayOf("text", roles), owner.createArrayOf("uuid", users));
        return new School(id, people);
    }

    /** One more user, without a membership. */
    public static UUID user(String name, String status) {
        return OwnersConnections.use(owner -> user(owner, name, false, status));
    }

    /** Runs a statement as the owner. */
    public static int change(String sql, Object... values) {
        return OwnersConnections.use(owner -> update(owner, sql, values));
    }

    /** Counts rows as the owner; {@code from} is a table with conditions. */
    public static int count(String from, Object... values) {
        return Integer.parseInt(text("select count(*)::text from " + from, values));
    }

    /** The first column of the first row, as the owner sees it. */
    public static String text(String sql, Object... values) {
        return OwnersConnections.use(owner -> Sql.text(owner, sql, values));
    }

    private static UUID user(Connection owner, String name, boolean superadmin, String status) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                owner,
                "insert into athena.users (id, email, full_name, is_superadmin, status) values (?, ?, ?, ?, ?)",
                id,
                name + "." + id + "@example.org",
                "Ana " + name,
                superadmin,
                status);
        return id;
    }

    /** Adds a membership with one role. */
    public static void member(UUID school, UUID user, String role) {
        change(
                "insert into athena.school_memberships (school_id, user_id, roles) values (?, ?, array[?]::text[])",
                school,
                user,
                role);
    }

    private static int update(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
