package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.Schools.School;

/**
 * A row of every table for one school, made from the catalog alone, so that a table that somebody adds has one as well. The people,
 * the school and its settings are there already; all other rows are made here, those before that a foreign key refers to. What is
 * due in which school ({@code due_work}) is no school's row: the service reads all of it to find the school.
 */
final class CatalogRows {

    private static final String TABLES = """
            select relname from pg_class where relnamespace = 'athena'::regnamespace and relkind in ('r', 'p')
               and not relispartition and relname <> 'due_work' order by relname""";

    /** What a row cannot do without: what must not be null and is not filled in, and its id, to be found by. */
    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, null),
                   (select pg_get_constraintdef(c.oid) from pg_constraint c
                     where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
                     order by c.conname limit 1)
              from pg_attribute a
             where a.attrelid = ('athena.' || ?)::regclass and a.attnum > 0 and not a.attisdropped
               and (a.attnotnull and not a.atthasdef or a.attname in ('id', 'school_id'))
             order by a.attnum""";

    private static final String REFERRED = """
            select a.attname, f.confrelid::regclass::text, r.attname
              from pg_constraint f, unnest(f.conkey, f.confkey) k (own, other), pg_attribute a, pg_attribute r
             where f.conrelid = ('athena.' || ?)::regclass and f.contype = 'f'
               and a.attrelid = f.conrelid and a.attnum = k.own and r.attrelid = f.confrelid and r.attnum = k.other
             order by cardinality(f.conkey)""";

    private static final Pattern ALLOWED = Pattern.compile("ARRAY\\['([^']*)'");

    private final Connection owner;
    private final String school;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    /** Makes the rows of all tables. */
    CatalogRows(Connection owner, School school) throws SQLException {
        this.owner = owner;
        this.school = literal(school.id());
        String rector = literal(school.person("rector"));
        rows.put("schools", Map.of("id", this.school));
        rows.put("users", Map.of("id", rector));
        rows.put("school_memberships", Map.of("school_id", this.school, "user_id", rector));
        rows.put("school_settings", Map.of("school_id", this.school));
        for (String table : tables(owner)) {
            row(table);
        }
    }

    static List<String> tables(Connection owner) throws SQLException {
        return column(owner, TABLES);
    }

    /** The first column of a query's rows. */
    static List<String> column(Connection owner, String sql, String... values) throws SQLException {
        return query(owner, sql, values).stream().map(row -> row[0]).toList();
    }

    /** The condition under which a row of the table is the school's; a person's school is where they are rector. */
    String where(String table) throws SQLException {
        Map<String, String> row = row(table);
        String column = row.containsKey("school_id") ? "school_id" : "id";
        return column + " = " + row.get(column);
    }

    /** A statement that adds one more row of the school to the table. */
    String insert(String table) throws SQLException {
        return insert(table, values(table));
    }

    /** The same with one more column. */
    String insert(String table, String column, String value) throws SQLException {
        Map<String, String> values = values(table);
        values.put(column, value);
        return insert(table, values);
    }

    private static String insert(String table, Map<String, String> values) {
        return "insert into athena." + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", values.values()) + ")";
    }

    private Map<String, String> row(String table) throws SQLException {
        Map<String, String> known = rows.get(table);
        if (known != null) {
            return known;
        }
        Map<String, String> values = values(table);
        try (Statement statement = owner.createStatement()) {
            statement.execute(insert(table, values));
        }
        rows.put(table, values);
        return values;
    }

    private Map<String, String> values(String table) throws SQLException {
        Map<String, String[]> referred = new LinkedHashMap<>();
        for (String[] key : query(owner, REFERRED, table)) {
            referred.put(key[0], new String[] {key[1].replaceFirst("^athena\\.", ""), key[2]});
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String[] column : query(owner, COLUMNS, table)) {
            values.put(column[0], value(column[0], column[1], column[2], referred.get(column[0])));
        }
        return values;
    }

    private String value(String column, String type, String check, String[] referred) throws SQLException {
        if (column.equals("school_id")) {
            return school;
        }
        return referred == null ? value(type, check) : row(referred[0]).get(referred[1]);
    }

    private static String value(String type, String check) {
        Matcher allowed = ALLOWED.matcher(check == null ? "" : check);
        String text = allowed.find() ? allowed.group(1) : "10012";
        return switch (type) {
            case "uuid" -> literal(UUID.randomUUID());
            case "text" -> "'" + text + "'";
            case "text[]" -> "array['" + text + "']";
            case "date" -> "date '2026-03-02'";
            case "timestamp with time zone" -> "now()";
            case "jsonb" -> "'{}'::jsonb";
            case "boolean" -> "true";
            case "integer", "bigint", "smallint", "numeric" -> "1";
            default -> throw new IllegalStateException("what is a value of the type " + type + "?");
        };
    }

    private static String literal(UUID id) {
        return "'" + id + "'::uuid";
    }

    private static List<String[]> query(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String[]> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    String[] cells = new String[columns];
                    for (int i = 0; i < columns; i++) {
                        cells[i] = row.getString(i + 1);
                    }
                    found.add(cells);
                }
            }
            return found;
        }
    }
}
