package org.athena.student;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody who answers for students of a school: one row, however many children. */
@Entity
@Table(name = "guardians")
class Guardian extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    public String schoolId;

    /** The account with which the guardian signs in, or null. */
    public UUID userId;

    @Enumerated(EnumType.STRING)
    public DocumentType documentType;

    public String documentNumber;

    /** Made by the database. */
    @Column(insertable = false, updatable = false)
    public String documentKind;

    public String fullName;
    public String phone;
    public String email;

    @Version
    public int version;

    Document document() {
        return new Document(documentType, documentNumber);
    }
}
