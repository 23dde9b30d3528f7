package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What the invitation of guardians answers is bounded, however large the school is. */
@QuarkusTest
class GuardianListsResourceTest extends SectionGuardians {

    private static final int MOST = 200;

    private Response sections(String query) {
        Response sections = Api.as(schools.first(), "rector").get(INVITE + "/sections" + query);
        assertThat(sections.statusCode()).as(sections.asString()).isEqualTo(200);
        return sections;
    }

    private UUID section(UUID ofYear, String name) {
        return row(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " values (?, ?, ?, ?) returning id::text",
                school,
                ofYear,
                grade,
                name);
    }

    @Test
    void theSectionsAreAPagedListWithTheLatestYearFirst() {
        UUID before = row(
                "insert into athena.school_years (school_id, name, starts_on, ends_on)"
                        + " values (?, '2025', '2025-01-15', '2025-12-30') returning id::text",
                school);
        section(before, "6A");
        section(year, "6B");
        guardian(email(), child);
        Response all = sections("");
        assertThat(all.<Integer>path("page")).isEqualTo(1);
        assertThat(all.<Integer>path("page_size")).isEqualTo(20);
        assertThat(all.<Integer>path("total")).isEqualTo(3);
        assertThat(all.<List<String>>path("items.year")).containsExactly("2026", "2026", "2025");
        assertThat(all.<List<String>>path("items.name")).containsExactly("6A", "6B", "6A");
        assertThat(all.<List<Integer>>path("items.invitable")).containsExactly(1, 0, 0);
        Response second = sections("?page_size=2&page=2");
        assertThat(second.<List<String>>path("items.year")).containsExactly("2025");
        assertThat(second.<Integer>path("total")).isEqualTo(3);
        assertThat(sections("?sort=year&page_size=1").<List<String>>path("items.year"))
                .containsExactly("2025");
    }

    /** Whom nobody but the school can confirm comes first: the others are asked anyway. */
    @Test
    void theListsOfAnInvitationAreCutAndSayHowManyMoreThereAre() {
        Schools.change("""
                with made as (
                  insert into athena.guardians (school_id, document_type, document_number, full_name)
                  select ?, 'CC', '7' || i, 'Sin Correo' from generate_series(100, 100 + ?) i returning school_id, id)
                insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)
                select school_id, ?, id, 'madre' from made""", school, MOST + 29, child);
        members("Ana", "acudiente", MOST + 5);
        members("Zoe", "teacher", 3);
        Response answer = invite(true);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<List<?>>path("on_paper")).hasSize(MOST);
        assertThat(answer.<Integer>path("more_on_paper")).isEqualTo(30);
        assertThat(answer.<List<?>>path("members")).hasSize(MOST);
        assertThat(answer.<Integer>path("more_members")).isEqualTo(8);
        assertThat(answer.<Integer>path("asked_members")).isEqualTo(MOST + 5);
        List<Boolean> asked = answer.path("members.asked");
        assertThat(asked.subList(0, 3)).containsOnly(false);
        assertThat(asked.subList(3, MOST)).containsOnly(true);
        Schools.change("update athena.guardians set email = 'x' || email where school_id = ? and email <> ''", school);
        Response changed = invite(true);
        assertThat(changed.<List<?>>path("changed_emails")).hasSize(MOST);
        assertThat(changed.<Integer>path("more_changed_emails")).isEqualTo(8);
    }

    /** So many members with that role, each of whom has the e-mail of a guardian of the child. */
    private void members(String name, String role, int count) {
        Schools.change("""
                with person as (
                  select gen_random_uuid() as id, gen_random_uuid() || '@colegio.example' as email from generate_series(1, ?)),
                account as (
                  insert into athena.users (id, email, full_name, status) select id, email, ?, 'active' from person),
                member as (
                  insert into athena.school_memberships (school_id, user_id, roles) select ?, id, array[?] from person),
                made as (
                  insert into athena.guardians (school_id, document_type, document_number, full_name, email)
                  select ?, 'CE', upper(substr(id::text, 1, 20)), ?, email from person returning school_id, id)
                insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)
                select school_id, ?, id, 'madre' from made""", count, name, school, role, school, name, child);
    }
}
