package org.athena.student.imports;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.athena.platform.row.SchoolRow;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** An import of a file of students. The ids of what it added are read by the database alone. */
@Entity
@Immutable
@Table(name = "student_imports")
class StudentImport extends SchoolRow {

    public UUID importedBy;

    /** Null for a person who does not belong to the school, such as a superadmin. */
    @Formula("(select u.full_name from athena.users u where u.id = imported_by)")
    public String importedByName;

    public String format;
    public int fileRows;
    public int students;
    public int guardians;
    public Instant takenBackAt;
    public UUID takenBackBy;

    @Column(insertable = false, updatable = false)
    public Instant createdAt;
}
