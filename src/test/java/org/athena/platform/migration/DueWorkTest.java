package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

/** Whoever looks for work knows no school yet: the restricted role finds, plans and ends it under any settings. */
class DueWorkTest {

    @Test
    void workOfEverySchoolIsPlannedClaimedAndEnded() throws SQLException {
        Schools schools = Schools.create();
        for (Settings settings : List.of(
                Settings.NONE,
                Settings.of(null, schools.second().id()),
                Settings.of(null, schools.first().id()))) {
            try (ServiceSession session = settings.open()) {
                String plan =
                        "insert into athena.due_work (kind, school_id, due_at) values ('made_up', ?, now() - interval '1 hour')";
                session.execute(plan.replace("?", "'" + schools.first().id() + "'"));
                session.execute(plan.replace("?", "'" + schools.second().id() + "'"));
                assertThat(session.attempt(plan, schools.first().id())).isEqualTo("23505");
                assertThat(session.text("select count(*) from (select from athena.due_work where kind = 'made_up'"
                                + " and due_at <= now() order by due_at for update skip locked) due"))
                        .isEqualTo("2");
                assertThat(session.attempt("update athena.due_work set due_at = now() where kind = 'made_up'"))
                        .isEqualTo("2");
                assertThat(session.attempt("delete from athena.due_work where kind = 'made_up'"))
                        .isEqualTo("2");
            }
        }
    }
}
