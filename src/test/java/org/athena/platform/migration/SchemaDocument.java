package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The schema of a database as SQL, read from PostgreSQL's catalog: the same catalog gives the same text. */
class SchemaDocument {

    private static final String HEADER = """
            -- The schema of a migrated database, for reading. Generated from PostgreSQL's catalog, do not edit; written anew by
            --   ./mvnw test -Dtest=SchemaDocumentTest -Dathena.schema.write=true
            -- A database is made by the "migrate" command from src/main/resources/db, never from this file. It does run on an
            -- empty one where the role athena_service exists.

            SET search_path = '';
            -- Functions come first, because tables use them; their bodies name tables that come later.
            SET check_function_bodies = off;
            """;

    private final CatalogReader catalog;
    private final StringBuilder text = new StringBuilder(HEADER);

    private SchemaDocument(CatalogReader catalog) {
        this.catalog = catalog;
    }

    /** Writes what the connection's database holds; leaves the connection's search path empty. */
    static String of(Connection connection) throws SQLException {
        SchemaDocument document = new SchemaDocument(new CatalogReader(connection));
        document.section("Schemas", document.catalog.list(SchemaQueries.SCHEMAS));
        document.section("Functions", document.catalog.list(SchemaQueries.FUNCTIONS));
        document.tables();
        document.section("Views", document.catalog.list(SchemaQueries.VIEWS));
        document.section("Row level security", document.rowSecurity());
        document.section("Grants", document.catalog.list(SchemaQueries.GRANTS));
        document.section("Comments", document.catalog.list(SchemaQueries.COMMENTS));
        return document.text.toString();
    }

    private void section(String title, List<String> statements) {
        if (!statements.isEmpty()) {
            text.append("\n\n-- ").append(title).append('\n');
            statements.forEach(statement -> text.append('\n').append(statement).append('\n'));
        }
    }

    /** A table comes after those it refers to, so that its foreign keys can stand in it; those of a circle come last. */
    private void tables() throws SQLException {
        List<String> waiting = new ArrayList<>(catalog.list(SchemaQueries.TABLES));
        Set<String> written = new HashSet<>();
        List<String> statements = new ArrayList<>();
        List<String> later = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String table = next(waiting, written);
            waiting.remove(table);
            written.add(table);
            statements.add(table(table, written, later));
        }
        section("Tables, each after those it refers to", statements);
        section("Foreign keys that go round in a circle", later);
    }

    private String next(List<String> waiting, Set<String> written) throws SQLException {
        for (String table : waiting) {
            List<String> wanted = new ArrayList<>(catalog.list(SchemaQueries.REFERENCES, table));
            wanted.remove(table);
            if (written.containsAll(wanted)) {
                return table;
            }
        }
        return waiting.get(0);
    }

    private String table(String table, Set<String> written, List<String> later) throws SQLException {
        List<String> lines = new ArrayList<>(catalog.list(SchemaQueries.COLUMNS, table));
        lines.addAll(catalog.list(SchemaQueries.CONSTRAINTS, table));
        for (CatalogReader.Pair key : catalog.pairs(SchemaQueries.FOREIGN_KEYS, table)) {
            if (written.contains(key.first())) {
                lines.add(key.second());
            } else {
                later.add("ALTER TABLE " + table + " ADD " + key.second() + ";");
            }
        }
        String options = String.join("", catalog.list(SchemaQueries.TABLE_OPTIONS, table));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + table + " (\n  " + String.join(",\n  ", lines) + "\n)" + options + ";");
        statements.addAll(catalog.list(SchemaQueries.PARTITIONS, table));
        statements.addAll(catalog.list(SchemaQueries.INDEXES, table));
        statements.addAll(catalog.list(SchemaQueries.TRIGGERS, table));
        return String.join("\n", statements);
    }

    private List<String> rowSecurity() throws SQLException {
        List<String> statements = new ArrayList<>();
        for (CatalogReader.Pair table : catalog.pairs(SchemaQueries.ROW_SECURITY)) {
            List<String> policies = catalog.list(SchemaQueries.POLICIES, table.first());
            statements.add(policies.isEmpty() ? table.second() : table.second() + "\n" + String.join("\n", policies));
        }
        return statements;
    }
}
