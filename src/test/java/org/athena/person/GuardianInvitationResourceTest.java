package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The guardians of a section are invited in one step, each once, and become a guardian's account only by their own answer. */
@QuarkusTest
class GuardianInvitationResourceTest extends SectionGuardians {

    @Test
    void aGuardianIsInvitedOnceAndBecomesTheAccountByAccepting() {
        String email = email();
        UUID guardian = guardian(email, child);
        link(guardian, student());
        UUID without = guardian(null, child);
        invite(true).then().statusCode(200).body("dry_run", equalTo(true)).body("invited", equalTo(1));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();

        invite(false)
                .then()
                .statusCode(200)
                .body("invited", equalTo(1))
                .body("on_paper.guardian_id", contains(without.toString()))
                .body("on_paper.reason", contains("no_email"))
                .body("on_paper[0].children", contains("Ana Ruiz"));
        work();
        assertThat(mails(email)).hasSize(1);
        invite(false).then().body("invited", equalTo(0)).body("invited_before", equalTo(1));
        work();
        assertThat(mails(email)).hasSize(1);
        assertThat(account(guardian)).isNull();

        UUID person = UUID.fromString(Schools.text("select id::text from athena.users where email = ?", email));
        Api.as(person, null).get("/api/v1/students").then().statusCode(403);
        present(person, email, secret(email)).then().statusCode(200).body("roles", contains("acudiente"));
        assertThat(account(guardian)).isEqualTo(person.toString());
        Api.as(person, null).get("/api/v1/students").then().statusCode(200).body("total", equalTo(2));
        invite(false).then().body("invited_before", equalTo(0)).body("with_account", equalTo(1));
    }

    @Test
    void aMemberIsAskedAndGetsTheRoleAsWell() {
        UUID teacher = schools.first().person("teacher");
        supabase.account(teacher, email(teacher), PASSWORD);
        UUID guardian = guardian(email(teacher).toUpperCase(java.util.Locale.ROOT), child);
        invite(false, teacher)
                .then()
                .statusCode(200)
                .body("asked_members", equalTo(1))
                .body("invited", equalTo(0));
        work();
        assertThat(mails(email(teacher))).hasSize(1);
        assertThat(account(guardian)).isNull();
        Api.as(teacher, null).get(INVITATIONS).then().body("items.roles", contains(List.of("teacher", "acudiente")));
        String claim = Api.as(teacher, null).get(INVITATIONS).path("items[0].id");
        Api.as(teacher, null)
                .post(INVITATIONS + "/" + claim + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("roles", containsInAnyOrder("teacher", "acudiente"));
        assertThat(account(guardian)).isEqualTo(teacher.toString());
        Api.as(teacher, null).get(INVITATIONS).then().body("total", equalTo(0));
    }

    @Test
    void aMemberWhoIsNotTheGuardianDeclinesAndStaysAMember() {
        UUID teacher = schools.first().person("teacher");
        guardian(email(teacher), child);
        invite(false, teacher).then().body("asked_members", equalTo(1));
        String claim = Api.as(teacher, null).get(INVITATIONS).path("items[0].id");
        Api.as(teacher, null)
                .post(INVITATIONS + "/" + claim + "/refusal")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("roles", contains("teacher"));
        invite(false, teacher).then().body("asked_members", equalTo(0)).body("declined", equalTo(1));
    }

    /** The mail went to the guardian's own mailbox, and they sign in as the member they are. */
    @Test
    void aMemberTakesTheInvitationOfAGuardianWithAnotherEMail() {
        String email = email();
        UUID guardian = guardian(email, child);
        invite(false);
        work();
        UUID teacher = schools.first().person("teacher");
        present(teacher, email(teacher), secret(email))
                .then()
                .statusCode(200)
                .body("roles", containsInAnyOrder("teacher", "acudiente"));
        assertThat(account(guardian)).isEqualTo(teacher.toString());
    }

    @Test
    void whoCannotBeReachedByAMailOfTheirOwnIsListed() {
        String shared = email();
        guardian(shared, child);
        guardian(shared.toUpperCase(java.util.Locale.ROOT), child);
        guardian(email(schools.first().person("rector")), child);
        guardian("a@b", child);
        invite(false)
                .then()
                .body("invited", equalTo(0))
                .body("on_paper", hasSize(4))
                .body("on_paper.reason", containsInAnyOrder("shared_email", "shared_email", "own_email", "no_email"));
    }

    @Test
    void nobodyIsInvitedForALinkThatEndedIsOffOrIsUnderRestriction() {
        for (String change : List.of("ended_at = now()", "is_active = false", "restriction = 'orden judicial'")) {
            UUID guardian = guardian(email(), child);
            Schools.change("update athena.student_guardians set " + change + " where guardian_id = ?", guardian);
        }
        UUID gone = student();
        guardian(email(), gone);
        Schools.change("update athena.students set is_active = false where id = ?", gone);
        UUID withdrawn = student();
        guardian(email(), withdrawn);
        Schools.change("update athena.enrollments set status = 'withdrawn' where student_id = ?", withdrawn);
        invite(false).then().statusCode(200).body("invited", equalTo(0)).body("on_paper", hasSize(0));
    }

    @Test
    void aSectionThatTheSchoolDoesNotHaveIsNamed() {
        Api.as(schools.first(), "rector")
                .body("{\"class_section_ids\":[\"" + section + "\",\"" + UUID.randomUUID() + "\"]}")
                .post(INVITE)
                .then()
                .statusCode(400)
                .body("violations.field", contains("class_section_ids[1]"));
    }

    @Test
    void thePageOffersTheSectionsWithTheNumberOfThoseWhoWouldBeInvited() {
        guardian(email(), child);
        guardian(email(schools.first().person("teacher")), child);
        guardian(null, child);
        guardian(email(), student());
        UUID empty = row(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " values (?, ?, ?, '6B') returning id::text",
                school,
                year,
                grade);
        Api.as(schools.first(), "rector")
                .get(INVITE + "/sections")
                .then()
                .statusCode(200)
                .body("items.id", contains(section.toString(), empty.toString()))
                .body("items.year", contains("2026", "2026"))
                .body("items.grade", contains("Sexto", "Sexto"))
                .body("items.name", contains("6A", "6B"))
                .body("items.invitable", contains(3, 0));
    }
}
