package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last layer alone: plain SQL without a filter, as the restricted role. */
class RowLevelSecurityTest {

    private static final String STUDENT =
            "insert into athena.students (id, school_id, document_type, document_number, first_name, last_name)"
                    + " values (?, ?, 'TI', ?, 'Ana', 'Peña')";

    private Schools schools;
    private Connection service;
    private UUID ours;
    private UUID theirs;

    @BeforeEach
    void aStudentInEachSchool() throws SQLException {
        schools = Schools.create();
        ours = UUID.randomUUID();
        theirs = UUID.randomUUID();
        Schools.change(STUDENT, ours, schools.first().id(), "100");
        Schools.change(STUDENT, theirs, schools.second().id(), "100");
        service = DatabaseResource.service();
        service.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        service.rollback();
        service.close();
    }

    @Test
    void withoutAContextThereAreNoRows() throws SQLException {
        for (String table : new String[] {"students", "schools", "users", "school_memberships", "audit_log"}) {
            assertThat(count("select count(*) from athena." + table)).as(table).isZero();
        }
    }

    @Test
    void aSchoolSeesItsOwnRowsAndNoOthers() throws SQLException {
        enter(schools.first());
        assertThat(count("select count(*) from athena.students")).isEqualTo(1);
        assertThat(count("select count(*) from athena.students where id = ?", theirs))
                .isZero();
        assertThat(count(
                        "select count(*) from athena.schools where id = ?",
                        schools.second().id()))
                .isZero();
        assertThat(count(
                        "select count(*) from athena.school_memberships where school_id = ?",
                        schools.second().id()))
                .isZero();
        assertThat(count(
                        "select count(*) from athena.users where id = ?",
                        schools.second().person("rector")))
                .isZero();
        assertThat(count(
                        "select count(*) from athena.audit_log where school_id = ?",
                        schools.second().id()))
                .isZero();
    }

    @Test
    void anotherSchoolsRowsCannotBeChanged() throws SQLException {
        enter(schools.first());
        assertThat(update("update athena.students set first_name = 'Eva' where id = ?", theirs))
                .isZero();
        assertThat(update("update athena.students set first_name = 'Eva'")).isEqualTo(1);
    }

    @Test
    void aRowCannotBePutIntoAnotherSchool() throws SQLException {
        enter(schools.first());
        assertThatThrownBy(() ->
                        update(STUDENT, UUID.randomUUID(), schools.second().id(), "200"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aRowCannotBeMovedToAnotherSchool() throws SQLException {
        enter(schools.first());
        assertThatThrownBy(() -> update(
                        "update athena.students set school_id = ?",
                        schools.second().id()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aLinkCannotPointIntoAnotherSchool() {
        UUID guardian = UUID.randomUUID();
        Schools.change(
                "insert into athena.guardians (id, school_id, document_type, document_number, full_name)"
                        + " values (?, ?, 'CC', '9', 'Luz')",
                guardian,
                schools.second().id());
        assertThatThrownBy(() -> Schools.change(
                        "insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)"
                                + " values (?, ?, ?, 'mother')",
                        schools.first().id(),
                        ours,
                        guardian))
                .hasMessageContaining("foreign key");
    }

    @Test
    void theSettingsEndWithTheTransaction() throws SQLException {
        enter(schools.first());
        assertThat(count("select count(*) from athena.students")).isEqualTo(1);
        service.commit();
        assertThat(count("select count(*) from athena.students")).isZero();
        service.rollback();
        enter(schools.second());
        assertThat(count("select count(*) from athena.students where id = ?", theirs))
                .isEqualTo(1);
        assertThat(count("select count(*) from athena.students")).isEqualTo(1);
    }

    @Test
    void aNumberIsUniqueInASchoolAcrossTheDocumentsAChildGrowsThrough() throws SQLException {
        enter(schools.first());
        assertThatThrownBy(() -> update(
                        STUDENT.replace("'TI'", "'RC'"),
                        UUID.randomUUID(),
                        schools.first().id(),
                        "100"))
                .hasMessageContaining("uq_students_school_id_document");
    }

    @Test
    void aChangeIsAuditedWithTheOldValueAndTheActor() throws SQLException {
        enter(schools.first());
        update("update athena.students set first_name = 'Eva' where id = ?", ours);
        assertThat(count(
                        "select count(*) from athena.audit_log where entity_id = ?::text and action = 'update'"
                                + " and actor_id = ? and changes -> 'first_name' = '[\"Ana\", \"Eva\"]'",
                        ours,
                        schools.first().person("rector")))
                .isEqualTo(1);
    }

    @Test
    void theAuditLogCannotBeRewritten() throws SQLException {
        enter(schools.first());
        assertThatThrownBy(() -> update("update athena.audit_log set action = 'x'"))
                .hasMessageContaining("permission denied");
        service.rollback();
        assertThatThrownBy(() -> update("delete from athena.audit_log")).hasMessageContaining("permission denied");
    }

    @Test
    void theServiceCannotMakeASuperadmin() throws SQLException {
        UUID rector = schools.first().person("rector");
        enter(schools.first());
        assertThatThrownBy(() -> update("update athena.users set is_superadmin = true where id = ?", rector))
                .hasMessageContaining("permission denied");
        service.rollback();
        enter(schools.first());
        assertThatThrownBy(() -> count("select 1 from athena.set_superadmin(?, true)", rector))
                .hasMessageContaining("only a superadmin");
    }

    @Test
    void aSuperadminsEntryIsAudited() throws SQLException {
        try (PreparedStatement enter =
                service.prepareStatement("select school_id from athena.enter(?, ?, true, 'r-1', 'GET /x')")) {
            enter.setObject(1, schools.superadmin());
            enter.setObject(2, schools.second().id());
            try (ResultSet row = enter.executeQuery()) {
                row.next();
                assertThat(row.getObject(1)).isEqualTo(schools.second().id());
            }
        }
        assertThat(count(
                        "select count(*) from athena.audit_log where actor_id = ? and action = 'platform_access'",
                        schools.superadmin()))
                .isEqualTo(1);
    }

    private void enter(School school) throws SQLException {
        count(
                "select length(set_config('athena.user_id', ?::text, true) || set_config('athena.school_id', ?::text, true))",
                school.person("rector"),
                school.id());
    }

    private int count(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = service.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
