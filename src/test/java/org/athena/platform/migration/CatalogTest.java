package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.Test;

/** Reads PostgreSQL's catalog, so that a table somebody adds later cannot forget what keeps schools apart. */
class CatalogTest {

    /**
     * What is due in which school is no school's row: whoever looks for work does not know the school yet. It says nothing about
     * anybody, so it has no policies and leaves no line in the audit log.
     */
    private static final String ALL_SCHOOLS = "due_work";

    @Test
    void everyTableForcesRowLevelSecurity() throws SQLException {
        assertThat(list("select count(*)::text from pg_class where relnamespace = 'athena'::regnamespace"
                                + " and relkind in ('r', 'p')")
                        .get(0))
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(20));
        assertThat(list(
                        "select relname from pg_class where relnamespace = 'athena'::regnamespace and relkind in ('r', 'p')"
                                + " and not (relrowsecurity and relforcerowsecurity)"))
                .containsExactly(ALL_SCHOOLS);
    }

    @Test
    void everyCommandTheServiceWasGrantedHasItsOnePolicy() throws SQLException {
        assertThat(list("""
                                select c.relname || ' ' || cmd.name || ' ' || count(p.oid)
                                  from pg_class c
                                  cross join (values ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) cmd (code, name)
                                  left join pg_policy p on p.polrelid = c.oid and p.polcmd::text = cmd.code
                                 where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p')
                                   and has_any_column_privilege('athena_service', c.oid,
                                         case when cmd.name = 'DELETE' then 'SELECT' else cmd.name end)
                                   and (cmd.name <> 'DELETE' or has_table_privilege('athena_service', c.oid, 'DELETE'))
                                 group by c.relname, cmd.name having count(p.oid) <> 1 order by 1"""))
                .containsExactly(
                        ALL_SCHOOLS + " DELETE 0",
                        ALL_SCHOOLS + " INSERT 0",
                        ALL_SCHOOLS + " SELECT 0",
                        ALL_SCHOOLS + " UPDATE 0");
    }

    @Test
    void noPolicyMixesCommands() throws SQLException {
        assertThat(list("select polname || ' on ' || polrelid::regclass from pg_policy"
                        + " where polcmd = '*' or not polpermissive"))
                .isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        assertThat(list("""
                                select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
                                 where f.contype = 'f' and f.connamespace = 'athena'::regnamespace
                                   and not exists (
                                     select 1 from pg_index i
                                      where i.indrelid = f.conrelid
                                        and (select array_agg(k order by k) from unnest(f.conkey) k)
                                          = (select array_agg(k order by k)
                                               from unnest((i.indkey::int2[])[0:cardinality(f.conkey) - 1]) k))""")).isEmpty();
    }

    @Test
    void aForeignKeyBetweenTablesOfASchoolIncludesTheSchool() throws SQLException {
        assertThat(list("""
                                select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
                                 where f.contype = 'f' and f.connamespace = 'athena'::regnamespace
                                   and f.confrelid not in ('athena.schools'::regclass, 'athena.users'::regclass)
                                   and not exists (
                                     select 1 from pg_attribute a
                                      where a.attrelid = f.conrelid and a.attnum = any (f.conkey)
                                        and a.attname = 'school_id')""")).isEmpty();
    }

    @Test
    void everyTableButSchoolsAndUsersNamesItsSchool() throws SQLException {
        assertThat(list(
                        "select relname from pg_class c where relnamespace = 'athena'::regnamespace and relkind in ('r', 'p')"
                                + " and not exists (select 1 from pg_attribute a where a.attrelid = c.oid"
                                + " and a.attname = 'school_id') order by 1"))
                .containsExactly("schools", "users");
    }

    @Test
    void everyEditedTableIsAudited() throws SQLException {
        assertThat(list("select relname from pg_class c where relnamespace = 'athena'::regnamespace"
                        + " and relkind in ('r', 'p') and not relispartition"
                        + " and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit')"
                        + " order by 1"))
                .containsExactly("audit_log", ALL_SCHOOLS, "idempotency_keys");
    }

    /** The arguments of the audit trigger, as the catalog keeps them: each ends with a zero byte. */
    private static final String ARGUMENTS = """
            (select c.oid as relid, c.relname, unnest(string_to_array(encode(t.tgargs, 'escape'), '\\000')) as name
               from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.relnamespace = 'athena'::regnamespace and t.tgname = 'audit') arguments""";

    /** Without those that the log leaves out, which have a minus. */
    private static final String PRIVATE = "(select * from " + ARGUMENTS + " where name !~ '^-') private";

    @Test
    void aPrivateColumnIsOneOfItsTable() throws SQLException {
        assertThat(list("select relname || '.' || name from " + PRIVATE + " where name <> '' order by 1"))
                .containsExactly(
                        "enrollments.extra_data",
                        "school_settings.security_settings",
                        "school_settings.simat_settings",
                        "student_guardians.restriction",
                        "student_imports.guardian_ids",
                        "student_imports.student_ids",
                        "students.extra_data",
                        "students.piar_data");
        assertThat(list("select relname || '.' || name from " + PRIVATE + " where name <> '' and not exists ("
                        + "select 1 from pg_attribute a where a.attrelid = relid and a.attname = name)"))
                .isEmpty();
    }

    /** The mails of invitations are no act of a person, and what the database makes of other columns says nothing more. */
    @Test
    void theLogLeavesOutWhatNobodyDid() throws SQLException {
        assertThat(list("select relname || '.' || ltrim(name, '-') from " + ARGUMENTS
                        + " where name ~ '^-' order by 1"))
                .containsExactly(
                        "guardians.document_kind",
                        "school_memberships.mail",
                        "school_memberships.mail_attempts",
                        "school_memberships.mail_due_at",
                        "school_memberships.mail_fault",
                        "school_memberships.mail_tried_at",
                        "school_memberships.mailed_at",
                        "school_memberships.request_hash",
                        "school_memberships.secret_hash",
                        "students.document_kind",
                        "students.full_name");
        assertThat(list("select relname || name from " + ARGUMENTS + " where name ~ '^-' and not exists (select 1"
                        + " from pg_attribute a where a.attrelid = relid and '-' || a.attname = name)"))
                .isEmpty();
    }

    /** What people may write freely is private, unless somebody thought about it and wrote it down here. */
    @Test
    void aFreeFormColumnIsPrivateUnlessItSaysWhyNot() throws SQLException {
        assertThat(list("select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                        + " where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p') and a.atttypid ="
                        + " 'jsonb'::regtype and not a.attisdropped and c.relname !~ '^audit_log' and not exists"
                        + " (select 1 from " + PRIVATE + " where relid = c.oid and name = a.attname) order by 1"))
                .containsExactly(
                        // the service writes these itself
                        "enrollments.simat_status",
                        "enrollments.status_history",
                        // every member of the school reads it
                        "school_settings.branding_settings",
                        // documents, as the columns of the document are told
                        "students.document_history");
    }

    @Test
    void namesFollowTheHouseRule() throws SQLException {
        assertThat(list("select conname from pg_constraint where connamespace = 'athena'::regnamespace"
                        + " and contype not in ('n', 't') and conname !~ '^(pk|fk|uq|ck|ex)_'"
                        + " and conparentid = 0 and coninhcount = 0"))
                .isEmpty();
    }

    @Test
    void theServiceOwnsNothingAndMayNotGoAroundTheRules() throws SQLException {
        assertThat(list("select rolname from pg_roles where rolname = 'athena_service'"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
                .isEmpty();
        assertThat(list("select relname from pg_class where relowner = 'athena_service'::regrole"))
                .isEmpty();
        assertThat(list("select 'may write the platform flag' where"
                        + " has_column_privilege('athena_service', 'athena.users', 'is_superadmin', 'UPDATE')"
                        + " or has_column_privilege('athena_service', 'athena.users', 'is_superadmin', 'INSERT')"))
                .isEmpty();
    }

    @Test
    void nobodyChangesALineOfTheAuditLogInWhicheverPartition() throws SQLException {
        assertThat(list("select relid::text from pg_partition_tree('athena.audit_log')"
                        + " where has_any_column_privilege('athena_service', relid, 'UPDATE')"
                        + " or has_table_privilege('athena_service', relid, 'DELETE, TRUNCATE')"))
                .isEmpty();
    }

    @Test
    void nothingIsGrantedToEverybody() throws SQLException {
        assertThat(list("select c.relname from pg_class c, aclexplode(c.relacl) g"
                        + " where c.relnamespace = 'athena'::regnamespace and g.grantee = 0"))
                .isEmpty();
        assertThat(list("select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g"
                        + " where p.pronamespace = 'athena'::regnamespace and g.grantee = 0"))
                .isEmpty();
    }

    /**
     * A body that was bound when the function was made (prosqlbody) looks nothing up by name any more. Left out of the path, the
     * temporary schema would be searched for types before all others.
     */
    @Test
    void noFunctionDependsOnItsCallersSearchPathOrTemporaryTypes() throws SQLException {
        assertThat(list("select proname from pg_proc where pronamespace = 'athena'::regnamespace"
                        + " and (prosqlbody is null or prosecdef)"
                        + " and not coalesce(proconfig @> array['search_path=pg_catalog, pg_temp'], false)"))
                .isEmpty();
    }

    @Test
    void theServiceNeverChangesWhatARowIsAndWhoseItIs() throws SQLException {
        assertThat(list("select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p')"
                        + " and a.attname in ('id', 'school_id', 'created_at')"
                        + " and has_column_privilege('athena_service', c.oid, a.attnum, 'UPDATE')"))
                .isEmpty();
    }

    @Test
    void theServiceNeverSaysWhenARowWasMade() throws SQLException {
        assertThat(list("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p')"
                        + " and a.attname = 'created_at'"
                        + " and has_column_privilege('athena_service', c.oid, a.attnum, 'INSERT')"))
                .isEmpty();
    }

    /** A membership goes to another account when an invitation does, and what points to it has to follow. */
    @Test
    void whatPointsToAPersonInASchoolFollowsTheMembership() throws SQLException {
        assertThat(list("select conname from pg_constraint where contype = 'f' and confupdtype <> 'c'"
                        + " and confrelid = 'athena.school_memberships'::regclass"))
                .isEmpty();
    }

    /** The rows of a partition are reached through its table, under the rules that stand there. */
    @Test
    void theServiceHasNoRightsOnPartitions() throws SQLException {
        assertThat(list(
                        "select c.relname from pg_class c where c.relnamespace = 'athena'::regnamespace and c.relispartition"
                                + " and has_any_column_privilege('athena_service', c.oid, 'SELECT, INSERT, UPDATE')"))
                .isEmpty();
        assertThat(list(
                        "select c.relname from pg_class c where c.relnamespace = 'athena'::regnamespace and c.relispartition"
                                + " and has_table_privilege('athena_service', c.oid, 'DELETE, TRUNCATE')"))
                .isEmpty();
    }

    @Test
    void aColumnThatPeopleCannotWriteIsNotGranted() throws SQLException {
        assertThat(written("users", "INSERT")).isEmpty();
        assertThat(written("users", "UPDATE")).containsExactly("email", "full_name", "status", "version");
        assertThat(written("school_memberships", "INSERT"))
                .containsExactly(
                        "expires_at",
                        "guardian_id",
                        "id",
                        "invited_name",
                        "mail",
                        "mail_due_at",
                        "request_hash",
                        "roles",
                        "school_id",
                        "secret_hash",
                        "status",
                        "user_id",
                        "version");
        assertThat(written("school_memberships", "UPDATE"))
                .containsExactly(
                        "added_roles",
                        "declined_at",
                        "expires_at",
                        "guardian_id",
                        "invited_name",
                        "is_locked",
                        "mail",
                        "mail_attempts",
                        "mail_due_at",
                        "mailed_at",
                        "request_hash",
                        "roles",
                        "secret_hash",
                        "status",
                        "version");
        assertThat(written("audit_log", "INSERT"))
                .containsExactly(
                        "action", "actor_id", "changes", "entity_id", "entity_type", "request_id", "school_id");
        assertThat(written("audit_log", "UPDATE")).isEmpty();
        assertThat(written("idempotency_keys", "UPDATE")).containsExactly("body", "etag", "location", "status");
    }

    private static List<String> written(String table, String privilege) throws SQLException {
        return list("select a.attname from pg_attribute a where a.attrelid = 'athena." + table + "'::regclass"
                + " and a.attnum > 0 and not a.attisdropped"
                + " and has_column_privilege('athena_service', a.attrelid, a.attnum, '" + privilege + "') order by 1");
    }

    private static List<String> list(String sql) throws SQLException {
        try (Connection connection = DatabaseResource.owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
