package org.athena.student;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.row.SchoolRow;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;

/** A student of a school. */
@Entity
@Table(name = "students")
public class Student extends SchoolRow {

    /** The account with which the student signs in, or null. */
    public UUID userId;

    @Enumerated(EnumType.STRING)
    public DocumentType documentType;

    public String documentNumber;

    /** Computed by the database: documents of one kind have the same number. */
    @Column(insertable = false, updatable = false)
    public String documentKind;

    /** The student's earlier documents, the oldest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Map<String, Object>> documentHistory = new ArrayList<>();

    public String firstName;
    public String middleName;
    public String lastName;
    public String secondLastName;

    /** The names and the documents, the earlier ones too, as they are searched, computed by the database. */
    @Column(insertable = false, updatable = false)
    public String searchText;

    /** The surnames and then the first names, as lists are sorted, computed by the database. */
    @Column(insertable = false, updatable = false)
    public String sortName;

    /** The first names and then the surnames, computed by the database. */
    @Column(insertable = false, updatable = false)
    public String sortFirstName;

    public LocalDate birthDate;
    public String gender;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> extraData;

    /** The individual plan of reasonable adjustments (Decree 1421 of 2017): health data. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> piarData;

    @Column(name = "is_active")
    public boolean active = true;

    /** Set by the database. It is also written here, so that a change of a link alone changes the student's row. */
    public Instant updatedAt = Instant.now();

    /** The active links to guardians. */
    @OneToMany(mappedBy = "student")
    @SQLRestriction("ended_at is null")
    @OrderBy("priority, id")
    public Set<StudentGuardian> guardians = new LinkedHashSet<>();

    /** Applies a request to the student, except guardians and account. */
    Student apply(StudentData data) {
        Document document = data.document();
        if (documentNumber != null && !document.equals(document())) {
            List<Map<String, Object>> history = new ArrayList<>(documentHistory);
            history.add(Map.of(
                    "document_type", documentType.name(),
                    "document_number", documentNumber,
                    "until", Instant.now().toString()));
            documentHistory = history;
        }
        documentType = document.type();
        documentNumber = document.number();
        firstName = data.firstName();
        middleName = data.middleName();
        lastName = data.lastName();
        secondLastName = data.secondLastName();
        birthDate = data.birthDate();
        gender = data.gender() == null ? null : data.gender().strip();
        extraData = data.extraData();
        piarData = data.piarData();
        active = data.isActive() == null || data.isActive();
        return this;
    }

    Document document() {
        return new Document(documentType, documentNumber);
    }

    /** First names, then surnames. */
    String fullName() {
        return String.join(
                " ",
                java.util.stream.Stream.of(firstName, middleName, lastName, secondLastName)
                        .filter(part -> part != null && !part.isEmpty())
                        .toList());
    }
}
