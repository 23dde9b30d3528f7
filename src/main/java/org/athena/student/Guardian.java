package org.athena.student;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.row.SchoolRow;

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

    /** The name and the document number as they are searched, computed by the database. */
    @Column(insertable = false, updatable = false)
    public String searchText;

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
