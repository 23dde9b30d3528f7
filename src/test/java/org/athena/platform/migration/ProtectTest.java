package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table has after a migration called {@code athena.protect} or {@code athena.protect_bulk} for it; none of the tables stays. */
class ProtectTest {

    private static final String ROW =
            "insert into athena.made (school_id, day, mark, note) values ('%s', '%s', %d, 'a word')";

    private Schools schools;
    private Connection owner;

    @BeforeEach
    void begin() throws SQLException {
        schools = Schools.create();
        owner = DatabaseResource.owner();
        owner.setAutoCommit(false);
        run("""
                create table athena.made (
                  id uuid not null default athena.uuid_v7(), school_id uuid not null, day date not null, mark int not null,
                  note text, updated_at timestamptz not null default '2001-01-01Z') partition by range (day);
                create table athena.made_2026 partition of athena.made for values from ('2026-01-01') to ('2027-01-01');
                create table athena.made_default partition of athena.made default""");
    }

    @AfterEach
    void nothingStays() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"protect", "protect_bulk"})
    void theServiceSeesAndWritesTheRowsOfTheCurrentSchoolAlone(String function) throws SQLException {
        run("select athena." + function + "('athena.made')");
        run(ROW.formatted(ours(), "2026-03-02", 3), ROW.formatted(theirs(), "2026-03-02", 3));
        asTheService();
        assertThat(text("select string_agg(school_id::text, ',') from athena.made"))
                .isEqualTo(ours());
        assertThat(text("select count(*) from athena.made_2026")).isEqualTo("1");
        assertThat(changed("update athena.made set mark = 4")).isEqualTo(1);
        assertThat(changed("delete from athena.made")).isEqualTo(1);
        run(ROW.formatted(ours(), "2026-03-03", 5));
        assertThatThrownBy(() -> run(ROW.formatted(theirs(), "2026-03-03", 5)))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protect", "protect_bulk"})
    void aChangedRowIsTouchedAndLeavesItsOldValue(String function) throws SQLException {
        run("select athena." + function + "('athena.made', '{note}')");
        run(ROW.formatted(ours(), "2026-03-02", 3), ROW.formatted(ours(), "2031-03-02", 3));
        asTheService();
        run("update athena.made set mark = 4, note = 'another word'", "delete from athena.made");
        assertThat(lines("update")).hasSize(2).allMatch("{\"mark\": [3, 4], \"note\": \"changed\"}"::equals);
        assertThat(lines("delete")).hasSize(2).allMatch(line -> line.contains("\"mark\": 4") && !line.contains("word"));
        run(ROW.formatted(ours(), "2026-03-02", 3), "update athena.made set mark = 5");
        assertThat(text("select count(*) from athena.made where updated_at = now()"))
                .isEqualTo("1");
    }

    @Test
    void whatIsLeftOutLeavesNoLineAlone() throws SQLException {
        run("select athena.keep_apart('athena.made'), athena.audit('athena.made', p_left_out => '{note}')");
        run(ROW.formatted(ours(), "2026-03-02", 3));
        asTheService();
        run("update athena.made set note = 'another word'");
        assertThat(lines("update")).isEmpty();
        run("update athena.made set mark = 4, note = 'a third word'", "delete from athena.made");
        assertThat(lines("update")).containsExactly("{\"mark\": [3, 4]}");
        assertThat(lines("delete")).hasSize(1).allMatch(line -> line.contains("\"mark\": 4") && !line.contains("word"));
    }

    @Test
    void eachNewRowLeavesALine() throws SQLException {
        run("select athena.protect('athena.made')");
        asTheService();
        run(rows(30));
        assertThat(lines("create")).hasSize(30).allMatch(""::equals);
    }

    @Test
    void aStatementOfABulkTableLeavesOneLineForAllItsNewRows() throws SQLException {
        run("select athena.protect_bulk('athena.made', '{note}')");
        asTheService();
        run("select set_config('athena.user_id', '" + schools.first().person("teacher") + "', true),"
                + " set_config('athena.request_id', 'this-one', true)");
        run(rows(30), rows(3), rows(0));
        assertThat(lines("create")).containsExactly("{\"rows\": 30}", "{\"rows\": 3}");
        assertThat(text(
                        "select count(*) from athena.audit_log where entity_type = 'made' and request_id = 'this-one' and actor_id = '"
                                + schools.first().person("teacher") + "'"))
                .isEqualTo("2");
    }

    /** An owner's migration may fill the rows of all schools at once. */
    @Test
    void everySchoolsLogHasItsOwnRows() throws SQLException {
        run("select athena.protect_bulk('athena.made')");
        run("insert into athena.made (school_id, day, mark) values ('" + ours() + "', now(), 1), ('" + theirs()
                + "', now(), 1), ('" + theirs() + "', now(), 1)");
        assertThat(lines("create")).containsExactly("{\"rows\": 1}");
        assertThat(text("select changes from athena.audit_log where entity_type = 'made' and school_id = '" + theirs()
                        + "'"))
                .isEqualTo("{\"rows\": 2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protect", "protect_bulk"})
    void aPrivateColumnThatTheTableLacksIsRefused(String function) {
        assertThatThrownBy(() -> run("select athena." + function + "('athena.made', '{note, notes}')"))
                .hasMessageContaining("athena.made has no column notes");
    }

    private String ours() {
        return schools.first().id().toString();
    }

    private String theirs() {
        return schools.second().id().toString();
    }

    private static String rows(int count) {
        return "insert into athena.made (school_id, day, mark) select athena.current_school_id(), date '2026-12-20' + n, 1"
                + " from generate_series(1, " + count + ") n";
    }

    /** With all rights on the table and its partitions, so that nothing but the policies is between. */
    private void asTheService() throws SQLException {
        run("grant all on athena.made, athena.made_2026, athena.made_default to athena_service");
        run("set local role athena_service", "select set_config('athena.school_id', '" + ours() + "', true)");
    }

    private List<String> lines(String action) throws SQLException {
        return new CatalogReader(owner)
                .list(
                        "select coalesce(changes::text, '') from athena.audit_log where entity_type = 'made' and action = '"
                                + action + "' and school_id = '" + ours() + "' order by id");
    }

    private String text(String sql) throws SQLException {
        return new CatalogReader(owner).list(sql).get(0);
    }

    private int changed(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
