package org.athena.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        try (Connection owner = DatabaseResource.owner()) {
            return create(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In another database than the one that tests share. */
    public static Schools create(Connection owner) throws SQLException {
        UUID superadmin = user(owner, "superadmin", true, "active");
        return new Schools(school(owner, "Colegio Uno"), school(owner, "Colegio Dos"), superadmin);
    }

    private static School school(Connection owner, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        update(owner, "insert into athena.schools (id, name) values (?, ?)", id, name);
        update(owner, "insert into athena.school_settings (school_id) values (?)", id);
        Map<String, UUID> people = new TreeMap<>();
        for (String role : ROLES) {
            UUID person = user(owner, role, false, "active");
            member(owner, id, person, role);
            people.put(role, person);
        }
        return new School(id, people);
    }

    /** One more user, without a membership. */
    public static UUID user(String name, String status) {
        try (Connection owner = DatabaseResource.owner()) {
            return user(owner, name, false, status);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement as the owner. */
    public static int change(String sql, Object... values) {
        try (Connection owner = DatabaseResource.owner()) {
            return update(owner, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts rows as the owner; {@code from} is a table with conditions. */
    public static int count(String from, Object... values) {
        try (Connection owner = DatabaseResource.owner();
                PreparedStatement statement = owner.prepareStatement("select count(*) from " + from)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as the owner sees it. */
    public static String text(String sql, Object... values) {
        try (Connection owner = DatabaseResource.owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    private static void member(Connection owner, UUID school, UUID user, String role) throws SQLException {
        update(
                owner,
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
