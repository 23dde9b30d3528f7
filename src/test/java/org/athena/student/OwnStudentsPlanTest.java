package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.platform.migration.CatalogReader;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How PostgreSQL finds the own students of somebody in a school of 2,000, under row level security: by the indexes of what makes them
 * their own, never by looking through the school.
 */
class OwnStudentsPlanTest {

    private static final String ROWS = """
            insert into athena.school_years (school_id, name, starts_on, ends_on, status)
              values ('%1$s', '2026', '2026-01-20', '2026-11-30', 'active');
            insert into athena.grade_levels (school_id, code, name) values ('%1$s', '5', 'Quinto');
            insert into athena.academic_areas (school_id, name) values ('%1$s', 'Matemáticas');
            insert into athena.subjects (school_id, academic_area_id, name)
              select school_id, id, 'Matemáticas' from athena.academic_areas where school_id = '%1$s';
            insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)
              select y.school_id, y.id, g.id, n::text
                from athena.school_years y join athena.grade_levels g using (school_id), generate_series(0, 59) n
               where y.school_id = '%1$s';
            insert into athena.course_offerings (school_id, class_section_id, subject_id)
              select c.school_id, c.id, s.id from athena.class_sections c join athena.subjects s using (school_id)
               where c.school_id = '%1$s';
            insert into athena.teacher_assignments (school_id, course_offering_id, teacher_id)
              select o.school_id, o.id, case c.name when '1' then '%2$s'::uuid else '%3$s' end
                from athena.course_offerings o join athena.class_sections c on c.id = o.class_section_id
               where o.school_id = '%1$s';
            update athena.class_sections set homeroom_teacher_id = case name when '2' then '%2$s'::uuid else '%3$s' end
             where school_id = '%1$s';
            insert into athena.students (school_id, document_type, document_number, first_name, last_name)
              select '%1$s', 'TI', n::text, 'Ana', 'Ruiz' from generate_series(1, 2000) n;
            insert into athena.guardians (school_id, document_type, document_number, full_name)
              select '%1$s', 'CC', n::text, 'Eva' from generate_series(1, 2000) n;
            insert into athena.student_guardians (school_id, student_id, guardian_id, relationship, portal_access)
              select s.school_id, s.id, g.id, 'madre', true
                from athena.students s join athena.guardians g using (school_id, document_number) where s.school_id = '%1$s';
            insert into athena.enrollments (school_id, student_id, school_year_id, class_section_id, status)
              select s.school_id, s.id, c.school_year_id, c.id, 'active'
                from athena.students s
                join athena.class_sections c on c.school_id = s.school_id and c.name = (s.document_number::int %% 60)::text
               where s.school_id = '%1$s';
            update athena.students set user_id = '%4$s' where school_id = '%1$s' and document_number = '7';
            update athena.guardians set user_id = '%5$s' where school_id = '%1$s' and document_number = '8';
            analyze athena.students, athena.guardians, athena.student_guardians, athena.enrollments, athena.class_sections,
                    athena.course_offerings, athena.teacher_assignments, athena.school_years;
            set local role athena_service""";

    private static School school;
    private static Connection transaction;

    @BeforeAll
    static void aSchool() throws SQLException {
        school = Schools.create().first();
        transaction = DatabaseResource.owner();
        transaction.setAutoCommit(false);
        run(ROWS.formatted(
                school.id(),
                school.person("teacher"),
                school.person("coordinator"),
                school.person("student"),
                school.person("acudiente")));
    }

    @AfterAll
    static void nothingStays() throws SQLException {
        transaction.rollback();
        transaction.close();
    }

    /**
     * Small tables are read whole, which would hide that a policy keeps a condition from its index. How the few sections of one
     * teacher are found is left to the planner; the enrollments of the school are not looked through.
     */
    @ParameterizedTest
    @CsvSource({
        "teacher, teacher, 68, class_section_id",
        "student, student, 1, user_id",
        "acudiente, guardian, 1, user_id guardian_id"
    })
    void theyAreFoundByTheirIndexes(String role, String reach, int students, String columns) throws SQLException {
        run("set local enable_seqscan = off; select set_config('athena.school_id', '" + school.id()
                + "', true), set_config('athena.user_id', '" + school.person(role) + "', true)");
        String own = "select o.student_id from athena.own_students o where o.reach = any ('{" + reach + "}')";
        assertThat(read("select count(*)::text from (" + own + ") own")).isEqualTo(String.valueOf(students));
        String plan = read("explain select s.id, s.full_name from athena.students s where s.id in (" + own + ")");
        for (String column : columns.split(" ")) {
            assertThat(plan).containsPattern("Index Cond: \\(\\(school_id = .*\\) AND \\(" + column + " = ");
        }
        assertThat(plan).doesNotContain("Seq Scan");
    }

    private static String read(String sql) throws SQLException {
        return String.join("\n", new CatalogReader(transaction).list(sql));
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }
}
