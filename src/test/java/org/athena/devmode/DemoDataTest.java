package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The demo schools look like schools: what each page shows is there, at both of them, and fits together. */
class DemoDataTest {

    private static EmbeddedPostgres postgres;
    private static Connection owner;

    @BeforeAll
    static void fill() throws Exception {
        postgres = EmbeddedPostgres.start();
        String address = "127.0.0.1:" + postgres.getPort() + "/postgres";
        DevServices.filled(address);
        owner = DriverManager.getConnection("jdbc:postgresql://" + address, "postgres", "");
    }

    @AfterAll
    static void stop() throws Exception {
        owner.close();
        postgres.close();
    }

    @Test
    void eachSchoolHasSomeHundredStudentsWithTwoSurnamesAndBrothersAndSisters() throws Exception {
        assertThat(
                        eachSchool(
                                "select count(*) > 200 and count(second_last_name) = count(*)"
                                        + " and count(distinct full_name) > 0.97 * count(*) from athena.students where school_id = s.id"))
                .containsOnly("true");
        assertThat(
                        eachSchool(
                                "select count(*) between 3 and 20 from athena.students where school_id = s.id and not is_active"))
                .containsOnly("true");
        assertThat(eachSchool("select count(*) > 30 from (select guardian_id from athena.student_guardians"
                        + " where school_id = s.id group by guardian_id having count(*) > 1) f"))
                .containsOnly("true");
        assertThat(eachSchool("select count(*) from athena.students t where t.school_id = s.id and not exists"
                        + " (select 1 from athena.student_guardians l where l.student_id = t.id and l.is_primary)"))
                .containsOnly("0");
        assertThat(eachSchool(
                        "select count(*) filter (where phone is null) from athena.guardians where school_id = s.id"))
                .containsOnly("0");
    }

    @Test
    void everybodyIsOfTheAgeOfTheirGrade() throws Exception {
        assertThat(eachSchool(
                        "select bool_and(y.name::int - extract(year from t.birth_date) - g.position between 5 and 6)"
                                + " and count(distinct e.class_section_id) = (select count(*) from athena.class_sections c where c.school_id = s.id)"
                                + " from athena.enrollments e join athena.students t on t.id = e.student_id"
                                + " join athena.grade_levels g on g.id = e.grade_level_id join athena.school_years y on y.id = e.school_year_id"
                                + " where e.school_id = s.id"))
                .containsOnly("true");
    }

    @Test
    void ordersOfRestrictionStandAreToComeToAnEndAndAreOver() throws Exception {
        assertThat(eachSchool("select bool_or(restriction_to is null) and bool_or(restriction_to > current_date)"
                        + " and bool_or(restriction_to < current_date) and not bool_or(can_pickup)"
                        + " from athena.student_guardians where school_id = s.id and restriction is not null"))
                .containsOnly("true");
    }

    @Test
    void theYearIsThisOneAndThePeriodsFillIt() throws Exception {
        assertThat(eachSchool(
                        "select string_agg(extract(year from now() at time zone 'America/Bogota') - name::int || ' ' || status, ','"
                                + " order by name) from athena.school_years where school_id = s.id"))
                .containsOnly("1 closed,0 active,-1 planning");
        assertThat(eachSchool(
                        "select count(*) || ' ' || sum(weight)::int from athena.academic_periods p join athena.school_years y"
                                + " on y.id = p.school_year_id and y.status = 'active' where p.school_id = s.id"))
                .containsOnly("4 100");
    }

    @Test
    void demoAccountsAreWhoTheirRowsSay() throws Exception {
        assertThat(eachSchool(
                        "select string_agg(u.full_name, ',') from athena.students t join athena.users u on u.id = t.user_id"
                                + " where t.school_id = s.id and u.full_name = t.full_name"))
                .containsExactly("Samuel Álvarez Gómez", "Valentina Arango Mejía");
        assertThat(
                        eachSchool(
                                "select string_agg(u.email || ' ' || g.children, ',' order by u.email) from (select g.user_id, g.full_name,"
                                        + " count(*) as children from athena.guardians g join athena.student_guardians l on l.guardian_id = g.id"
                                        + " where g.school_id = s.id group by g.id) g join athena.users u on u.id = g.user_id and u.full_name = g.full_name"))
                .containsExactly("acudiente@sanmateo.example 2", "acudiente@esperanza.example 2,both@athena.example 1");
        assertThat(eachSchool(
                        "select count(distinct o.id) > 2 from athena.teacher_assignments o join athena.users u on u.id = o.teacher_id"
                                + " where o.school_id = s.id and u.email like 'docente@%'"))
                .containsOnly("true");
    }

    @Test
    void invitationsAreInEveryState() throws Exception {
        assertThat(texts("select distinct case when status = 'inactive' and declined_at is not null then 'declined'"
                        + " when status = 'inactive' then 'taken back' when expires_at < now() then 'expired' else mail end"
                        + " from athena.school_memberships where status <> 'active' order by 1"))
                .containsExactly("declined", "expired", "failed", "sent", "taken back", "waiting");
        assertThat(texts(
                        "select count(*)::text from athena.school_memberships m join athena.users u on u.id = m.user_id"
                                + " where m.mail = 'sent' and (m.secret_hash is null or u.status <> 'active')"))
                .containsExactly("0");
    }

    @Test
    void theLogHasChangesOfPeopleInTheOrderOfTheirTimes() throws Exception {
        assertThat(
                        eachSchool(
                                "select count(*) > 20 and bool_and(actor_id is not null) and max(created_at) < now()"
                                        + " and min(created_at) >= date_trunc('year', now())"
                                        + " from athena.audit_log where school_id = s.id and action = 'update' and actor_id is not null"))
                .containsOnly("true");
        assertThat(
                        texts(
                                "select count(*)::text from athena.audit_log where created_at > now() or school_id is not null and actor_id is null"))
                .containsExactly("0");
        assertThat(texts("select distinct action from athena.audit_log where actor_id is not null order by 1"))
                .containsExactly("create", "read", "update");
    }

    private static List<String> eachSchool(String query) throws SQLException {
        return texts("select (" + query + ")::text from athena.schools s order by s.name");
    }

    private static List<String> texts(String query) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
