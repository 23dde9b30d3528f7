package org.athena.student;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.row.SchoolRow;
import org.hibernate.annotations.SQLRestriction;

/** A guardian of one or more students of a school; each guardian is one row. */
@Entity
@Table(name = "guardians")
class Guardian extends SchoolRow {

    /** The account with which the guardian signs in, or null. */
    public UUID userId;

    @Enumerated(EnumType.STRING)
    public DocumentType documentType;

    public String documentNumber;

    public String fullName;
    public String phone;
    public String email;

    /** The name, the document and the telephone number as they are searched, computed by the database. */
    @Column(insertable = false, updatable = false)
    public String searchText;

    /** Set by the database. It is also written here, so that a change of a link changes the person's row. */
    public Instant updatedAt = Instant.now();

    /** The links to students, as long as they have not ended. */
    @OneToMany(mappedBy = "guardian")
    @SQLRestriction("ended_at is null")
    public Set<StudentGuardian> links = new LinkedHashSet<>();

    Guardian apply(GuardianData data) {
        documentType = data.documentType();
        documentNumber = data.document().number();
        fullName = data.fullName();
        phone = stripped(data.phone());
        email = stripped(data.email());
        userId = data.userId();
        return this;
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    Document document() {
        return new Document(documentType, documentNumber);
    }
}
