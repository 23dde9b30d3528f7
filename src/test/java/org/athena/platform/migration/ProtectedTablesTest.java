package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every table of a school has what {@code athena.protect} gives it, or is one of the few that say in their migration why not. */
class ProtectedTablesTest {

    private static final String EXCEPTIONS =
            "'audit_log', 'due_work', 'idempotency_keys', 'school_memberships', 'schools', 'users'";

    /** Tables, partitions too, that lack something of it. */
    private static final String UNPROTECTED = """
            with tables as (
                select c.oid, c.relname, coalesce(pg_partition_root(c.oid), c.oid) as root
                  from pg_class c where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p')),
              triggers as (
                select t.tgrelid, f.proname,
                       -- PostgreSQL's bits of pg_trigger.tgtype
                       array_remove(array[case when t.tgtype & 4 > 0 then 'i' end, case when t.tgtype & 8 > 0 then 'd' end,
                                          case when t.tgtype & 16 > 0 then 'u' end], null) as events
                  from pg_trigger t join pg_proc f on f.oid = t.tgfoid where t.tgenabled = 'O')
            select t.relname from tables t join pg_class r on r.oid = t.root
             where r.relname not in (EXCEPTIONS)
               and ((select relrowsecurity and relforcerowsecurity from pg_class where oid = t.oid)
                 and (select array_agg(polcmd::text order by polcmd) from pg_policy where polrelid = t.oid) = '{a,d,r,w}'
                 and (select bool_and(polroles = '{0}'
                        and coalesce(pg_get_expr(polqual, polrelid), v.rule) = v.rule
                        and coalesce(pg_get_expr(polwithcheck, polrelid), v.rule) = v.rule)
                        from pg_policy, (values ('(school_id = ( SELECT athena.current_school_id() AS current_school_id))')) v (rule)
                       where polrelid = t.oid)
                 and (select array_agg(distinct e) from triggers a, unnest(a.events) e
                       where a.tgrelid = t.root and a.proname in ('audit_row', 'audit_inserts')) = '{d,i,u}'
                 and (exists (select 1 from triggers a where a.tgrelid = t.oid and a.proname = 'touch_row')
                   or not exists (select 1 from pg_attribute where attrelid = t.oid and attname = 'updated_at'))) is not true
             order by 1""".replace("EXCEPTIONS", EXCEPTIONS);

    private Connection owner;

    @BeforeEach
    void begin() throws SQLException {
        owner = DatabaseResource.owner();
        owner.setAutoCommit(false);
    }

    @AfterEach
    void nothingStays() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void everyTableOfASchoolIsProtected() throws SQLException {
        assertThat(unprotected()).isEmpty();
    }

    @Test
    void theExceptionsAreThere() throws SQLException {
        assertThat(new CatalogReader(owner)
                        .list("select relname from pg_class where relnamespace = 'athena'::regnamespace"
                                + " and relkind in ('r', 'p') and relname in (" + EXCEPTIONS + ")"))
                .hasSize(EXCEPTIONS.split(",").length);
    }

    /** Otherwise the test above would show nothing. */
    @Test
    void whatIsMissingIsSeen() throws SQLException {
        run("create table athena.bare (id uuid, school_id uuid)");
        assertThat(unprotected()).containsExactly("bare");
        run("select athena.protect('athena.bare')");
        assertThat(unprotected()).isEmpty();
        run("drop trigger audit on athena.bare");
        assertThat(unprotected()).containsExactly("bare");
        run("drop table athena.bare; alter table athena.students no force row level security;"
                + " alter policy p_update on athena.guardians using (true); drop trigger touch on athena.subjects;"
                + " drop policy p_delete on athena.campuses");
        assertThat(unprotected()).containsExactly("campuses", "guardians", "students", "subjects");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> unprotected() throws SQLException {
        return new CatalogReader(owner).list(UNPROTECTED);
    }
}
