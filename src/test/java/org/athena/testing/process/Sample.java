package org.athena.testing.process;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.Schools;
import org.athena.testing.Tokens;

/**
 * A student with two guardians, and who asks for them.
 *
 * @param school the student's school
 * @param secretary who may read all students of it
 * @param student the student
 */
public record Sample(UUID school, UUID secretary, UUID student) {

    static final String ISSUER = "https://project.example/auth/v1";
    static final String SECRET = "a-secret-for-a-process-" + UUID.randomUUID();

    /** Writes them, as the owner. */
    public static Sample create() {
        Schools.School school = Schools.create().first();
        UUID student = id(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'TI', '100', 'Ana', 'Ruiz') returning id::text",
                school.id());
        for (int i = 0; i < 2; i++) {
            UUID guardian = id(
                    "insert into athena.guardians (school_id, document_type, document_number, full_name)"
                            + " values (?, 'CC', ?, 'Eva Ruiz') returning id::text",
                    school.id(),
                    "9" + i);
            Schools.change(
                    "insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)"
                            + " values (?, ?, ?, 'madre')",
                    school.id(),
                    student,
                    guardian);
        }
        return new Sample(school.id(), school.person("secretary"), student);
    }

    private static UUID id(String sql, Object... values) {
        return UUID.fromString(Schools.text(sql, values));
    }

    /** The token of a person, signed with {@link #SECRET}. */
    static String token(UUID person) {
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        return new Tokens(ISSUER, "HS256", null, new SecretKeySpec(secret, "HmacSHA256")).of(person);
    }

    /** The address of the student. */
    public String path() {
        return "/api/v1/students/" + student;
    }

    /** The headers of the secretary's requests. */
    public String headers() {
        return headers(token(secretary));
    }

    /** The same with another token. */
    public String headers(String token) {
        return "Authorization: Bearer " + token + "\r\nX-School-Id: " + school + "\r\n";
    }
}
