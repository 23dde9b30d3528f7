package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the catalog so that the answer does not depend on the session: every name qualified, every time in UTC. */
public class CatalogReader {

    private final Connection connection;

    public CatalogReader(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''; set timezone = 'UTC'; set datestyle = 'ISO'");
        }
    }

    /** Two texts that belong together. */
    public record Pair(String first, String second) {}

    public List<String> list(String sql, String... parameters) throws SQLException {
        return pairs(sql, parameters).stream().map(Pair::first).toList();
    }

    public List<Pair> pairs(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<Pair> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                int last = row.getMetaData().getColumnCount();
                while (row.next()) {
                    rows.add(new Pair(row.getString(1), row.getString(last)));
                }
            }
            return rows;
        }
    }
}
