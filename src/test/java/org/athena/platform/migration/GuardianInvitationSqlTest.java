package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database holds about invitations of guardians, and about those who only wait for an e-mail. */
class GuardianInvitationSqlTest {

    private static final String CHECK_VIOLATION = "23514";
    private static final String CONFIRMED = "athena.confirmed_account";
    private static final String TAKE = "select athena.take_invitation(?)";
    private static final String STATE =
            "select status || ' ' || (secret_hash is null) from athena.school_memberships where id = ?";

    private Schools schools;
    private School school;
    private UUID invited;
    private UUID guardian;
    private UUID invitation;
    private String hash;

    @BeforeEach
    void anInvitedGuardian() {
        schools = Schools.create();
        school = schools.first();
        invited = Schools.user("invited", "pending");
        guardian = UUID.fromString(Schools.text(
                "insert into athena.guardians (school_id, document_type, document_number, full_name, email)"
                        + " select ?, 'CC', '7001', 'Eva Ruiz', upper(email) from athena.users where id = ? returning id::text",
                school.id(),
                invited));
        hash = hash();
        invitation = invite(school, invited, hash, guardian);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.guardians g set email = 'other@example.org' where id = ?",
                "update athena.guardians g set email = null where id = ?",
                "update athena.guardians g set document_number = '7002' where id = ?",
                "update athena.guardians g set user_id = m.user_id from athena.school_memberships m"
                        + " where g.id = ? and m.school_id = g.school_id and 'teacher' = any (m.roles)"
            })
    void aCorrectionByWhoeverEnrollsStudentsEndsTheInvitation(String correction) throws SQLException {
        school.person("teacher");
        try (ServiceSession session =
                Settings.of(school.person("secretary"), school.id()).open()) {
            assertThat(session.text(correction + " returning g.id", guardian)).isEqualTo(guardian.toString());
            assertThat(session.text(STATE, invitation)).isEqualTo("inactive true");
            session.set("athena.user_id", invited);
            session.set(CONFIRMED, invited + " " + email(invited));
            assertThat(session.text(TAKE, hash)).isNull();
        }
    }

    @Test
    void anotherTelephoneDoesNot() throws SQLException {
        try (ServiceSession session =
                Settings.of(school.person("secretary"), school.id()).open()) {
            session.text(
                    "update athena.guardians set phone = '3011234567', email = lower(email) where id = ? returning id",
                    guardian);
            assertThat(session.text(STATE, invitation)).isEqualTo("invited false");
        }
    }

    @Test
    void nobodyIsInvitedAsAGuardianWithAnotherEMail() throws SQLException {
        Schools.change("update athena.guardians set email = 'other@example.org' where id = ?", guardian);
        try (ServiceSession session =
                Settings.of(school.person("rector"), school.id()).open()) {
            assertThat(session.attempt(
                            "update athena.school_memberships set status = 'invited', expires_at = now() + interval '1 day' where id = ?",
                            invitation))
                    .isEqualTo(CHECK_VIOLATION);
            assertThat(session.attempt(
                            "insert into athena.school_memberships (school_id, user_id, roles, status, guardian_id)"
                                    + " values (?, ?, '{acudiente}', 'invited', ?)",
                            school.id(),
                            schools.second().person("teacher"),
                            guardian))
                    .isEqualTo(CHECK_VIOLATION);
        }
    }

    @Test
    void theGuardiansNameIsForThePersonWhoIsInvited() throws SQLException {
        String name = "select athena.offered_guardian(?)";
        try (ServiceSession session = Settings.of(invited, null).open()) {
            assertThat(session.text(name, invitation)).isEqualTo("Eva Ruiz");
        }
        try (ServiceSession session = Settings.of(school.person("rector"), null).open()) {
            assertThat(session.text(name, invitation)).isNull();
        }
    }

    @Test
    void anAccountGetsItsEMailFromWhoeverOnlyWaitsForItAndNothingElseOfThem() throws SQLException {
        UUID elsewhere = invite(schools.second(), invited, hash(), null);
        UUID account = UUID.randomUUID();
        String rows = "select string_agg(m.*::text, ' ' order by m.id) from athena.school_memberships m where m.id = ?";
        String before = Schools.text(rows, elsewhere);
        try (ServiceSession session = Settings.of(account, null).open()) {
            session.set(CONFIRMED, account + " " + email(invited));
            assertThat(session.text(TAKE, hash)).isEqualTo(invitation.toString());
            assertThat(session.text("select email from athena.users where id = ?", account))
                    .isEqualTo(email(invited));
            session.set("athena.user_id", schools.second().person("rector"));
            session.set("athena.school_id", schools.second().id());
            assertThat(session.text(rows, elsewhere)).isEqualTo(before);
            assertThat(session.text(
                            "select count(*) from athena.audit_log where school_id = ? and actor_id = ?",
                            schools.second().id(),
                            account))
                    .isEqualTo("0");
            assertThat(session.text(
                            "select user_id from athena.begin_account(gen_random_uuid(), ?, 'Nueva Persona')",
                            email(invited)))
                    .isEqualTo(invited.toString());
        }
    }

    private static UUID invite(School school, UUID person, String hash, UUID guardian) {
        return UUID.fromString(Schools.text(
                "insert into athena.school_memberships (school_id, user_id, roles, status, secret_hash, mail, guardian_id)"
                        + " values (?, ?, '{acudiente}', 'invited', ?, 'sent', ?) returning id::text",
                school.id(),
                person,
                hash,
                guardian));
    }

    private static String hash() {
        return (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    }

    private static String email(UUID person) {
        return Schools.text("select email from athena.users where id = ?", person);
    }
}
