package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.migration.ServiceSession.REFUSED;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way in which people write a membership of their own: they accept an invitation, or decline it. */
class InvitationFunctionTest {

    private static final String ANSWER = "select athena.answer_invitation(?, ?)";
    private static final String STATE = """
            select status || ' ' || array_to_string(roles, ',') || ' ' || version || ' ' || (accepted_at is not null)
              from athena.school_memberships where id = ?""";

    private static final String TAKE = "select athena.take_invitation(?)";
    private static final String NOTE = "select athena.note_mail(?, ?, 'sent', null)";
    private static final String CONFIRMED = "athena.confirmed_account";
    private static final String hash =
            UUID.randomUUID().toString().replace("-", "0").substring(0, 32) + "a".repeat(32);

    private School school;
    private UUID person;
    private UUID invitation;

    @BeforeEach
    void anInvitation() {
        school = Schools.create().first();
        person = Schools.user("invited", "active");
        invitation = UUID.fromString(Schools.text(
                "insert into athena.school_memberships (school_id, user_id, roles, status)"
                        + " values (?, ?, '{teacher}', 'invited') returning id",
                school.id(),
                person));
    }

    @Test
    void thePersonAcceptsIt() throws SQLException {
        try (ServiceSession session = Settings.of(person, null).open()) {
            assertThat(session.text(ANSWER, invitation, true)).isEqualTo("t");
            assertThat(session.text(STATE, invitation)).isEqualTo("active teacher 1 true");
            assertThat(session.text(ANSWER, invitation, true)).isEqualTo("f");
            assertThat(session.text(ANSWER, invitation, false)).isEqualTo("f");
            assertThat(session.text(STATE, invitation)).isEqualTo("active teacher 1 true");
        }
    }

    @Test
    void thePersonDeclinesItAndCannotTakeItBack() throws SQLException {
        try (ServiceSession session = Settings.of(person, null).open()) {
            assertThat(session.text(ANSWER, invitation, false)).isEqualTo("t");
            assertThat(session.text(STATE, invitation)).isEqualTo("inactive teacher 1 false");
            assertThat(session.text(ANSWER, invitation, true)).isEqualTo("f");
        }
    }

    /** Nobody in particular, in no school. */
    @Test
    void theAnswerStandsInTheLogOfTheSchoolUnderThePersonsName() throws SQLException {
        try (ServiceSession session = Settings.of(person, null).open()) {
            session.text(ANSWER, invitation, true);
            session.set("athena.school_id", school.id());
            assertThat(session.text(
                            "select count(*) from athena.audit_log where school_id = ? and actor_id = ? and entity_id = ?"
                                    + " and changes -> 'status' = '[\"invited\", \"active\"]'",
                            school.id(),
                            person,
                            invitation.toString()))
                    .isEqualTo("1");
        }
    }

    @Test
    void nobodyElseAnswersIt() throws SQLException {
        UUID rector = school.person("rector");
        for (Settings settings : List.of(
                Settings.of(rector, school.id()),
                Settings.onPlatform(rector, school.id()),
                Settings.NONE,
                Settings.of(null, school.id()))) {
            try (ServiceSession one = settings.open()) {
                assertThat(one.text(ANSWER, invitation, true)).isEqualTo("f");
                assertThat(one.text(ANSWER, invitation, false)).isEqualTo("f");
            }
        }
        assertThat(Schools.text(STATE, invitation)).isEqualTo("invited teacher 0 false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.school_memberships set status = 'inactive' where user_id = ?",
                "update athena.school_memberships set status = 'active' where user_id = ?",
                "update athena.users set status = 'inactive' where id = ?",
                "update athena.users set status = 'pending' where id = ?",
                "update athena.school_memberships set is_locked = true where user_id = ?",
                "update athena.schools s set is_active = false from athena.school_memberships m"
                        + " where m.school_id = s.id and m.user_id = ?"
            })
    void whatIsNoOpenInvitationStaysAsItIs(String change) throws SQLException {
        Schools.change(change, person);
        String before = Schools.text(STATE, invitation);
        try (ServiceSession session = Settings.of(person, null).open()) {
            assertThat(session.text(ANSWER, invitation, true)).isEqualTo("f");
            assertThat(session.text(ANSWER, invitation, false)).isEqualTo("f");
            assertThat(session.text(STATE, invitation)).isEqualTo(before);
        }
    }

    @Test
    void noAnswerIsNone() throws SQLException {
        try (ServiceSession session = Settings.of(person, null).open()) {
            assertThat(session.text("select athena.answer_invitation(?, null)", invitation))
                    .isNull();
            assertThat(session.text(STATE, invitation)).isEqualTo("invited teacher 0 false");
        }
    }

    @Test
    void aSecretIsTakenByAVerifiedAccountAlone() throws SQLException {
        Schools.change("update athena.school_memberships set secret_hash = ? where id = ?", hash, invitation);
        UUID other = Schools.user("other", "active");
        try (ServiceSession session = Settings.of(other, null).open()) {
            assertThat(session.text(TAKE, hash)).isEqualTo(REFUSED);
            session.set(CONFIRMED, person + " someone@example.org");
            assertThat(session.text(TAKE, hash)).isEqualTo(REFUSED);
            session.set(CONFIRMED, other + " someone@example.org");
            assertThat(session.text(TAKE, hash.replace('a', 'b'))).isNull();
            assertThat(session.text(TAKE, hash)).isEqualTo(invitation.toString());
            assertThat(session.text(TAKE, hash)).isNull();
        }
        try (ServiceSession session = Settings.of(null, school.id()).open()) {
            session.set(CONFIRMED, other + " someone@example.org");
            assertThat(session.text(TAKE, hash)).isEqualTo(REFUSED);
        }
    }

    /** Whoever may say what became of a mail may also give it a secret. */
    @Test
    void aMailIsNotedByWhoManagesPeopleAndByTheServiceItself() throws SQLException {
        for (Settings settings : List.of(
                Settings.of(person, school.id()),
                Settings.of(school.person("teacher"), school.id()),
                Settings.of(school.person("rector"), null))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.text(NOTE, invitation, hash)).isEqualTo(REFUSED);
            }
        }
        try (ServiceSession session =
                Settings.of(null, Schools.create().first().id()).open()) {
            assertThat(session.text(NOTE, invitation, hash)).isEqualTo("f");
        }
        for (Settings settings :
                List.of(Settings.of(school.person("rector"), school.id()), Settings.of(null, school.id()))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.text(NOTE, invitation, hash)).isEqualTo("t");
                assertThat(session.text(
                                "select mail || ' ' || mail_attempts from athena.school_memberships where id = ?",
                                invitation))
                        .isEqualTo("sent 0");
            }
        }
    }
}
