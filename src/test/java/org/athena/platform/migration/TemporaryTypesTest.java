package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL looks for types in the temporary schema first, even with an empty search path, and everybody may make types there: a
 * domain called "text" brings code that a function of the owner would run ("Writing SECURITY DEFINER Functions Safely").
 */
class TemporaryTypesTest {

    private static final String TRAP = """
            create function pg_temp.note() returns boolean language plpgsql as
              $$ begin perform set_config('trap.ran_as', current_user, true); return true; end $$;
            create domain pg_temp.text as pg_catalog.text check (pg_temp.note());
            create domain pg_temp.uuid as pg_catalog.uuid check (pg_temp.note());
            create domain pg_temp.jsonb as pg_catalog.jsonb check (pg_temp.note());
            create domain pg_temp.timestamptz as pg_catalog.timestamptz check (pg_temp.note());
            create domain pg_temp.date as pg_catalog.date check (pg_temp.note());
            create domain pg_temp.regclass as pg_catalog.regclass check (pg_temp.note())""";

    @Test
    void noFunctionOfTheOwnerRunsTheServicesCode() throws SQLException {
        School school = Schools.create().first();
        UUID invitation = UUID.fromString(Schools.text(
                "update athena.school_memberships set status = 'invited' where user_id = ? returning id",
                school.person("teacher")));
        String email = UUID.randomUUID() + "@example.org";
        try (ServiceSession session =
                Settings.onPlatform(school.person("teacher"), school.id()).open()) {
            session.execute(TRAP);
            for (String call : new String[] {
                "begin_account(athena.uuid_v7(), '" + email + "', 'Eva')",
                "finish_account('" + school.person("teacher") + "')",
                "abandon_account('" + school.person("teacher") + "')",
                "is_own_account('" + school.person("teacher") + "')",
                "set_superadmin('" + school.person("teacher") + "', true)",
                "answer_invitation('" + invitation + "', true)",
                "forget_idempotency_keys('/', 'k')",
                "writes_of_caller(now())",
                "monitoring_sessions()",
                "monitoring_statements(1)",
                "monitoring_storage()",
                "enter('" + school.person("teacher") + "', null, true, 'r', 'GET /')"
            }) {
                session.text("select count(*) from athena." + call);
                assertThat(session.text("select coalesce(current_setting('trap.ran_as', true), '')"))
                        .as(call)
                        .isEmpty();
            }
        }
    }
}
