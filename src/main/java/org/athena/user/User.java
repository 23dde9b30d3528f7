package org.athena.user;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A person with an account. Row level security shows a school its own people, and the platform all. */
@Entity
@Table(name = "users")
class User extends PanacheEntityBase {

    /** Where the person stands. */
    enum Status {
        pending,
        active,
        inactive
    }

    /** The id of the Supabase account. */
    @Id
    public UUID id;

    @Column(updatable = false)
    public String email;

    public String fullName;

    /** Set by {@code athena.set_superadmin} alone. */
    @Column(name = "is_superadmin", insertable = false, updatable = false)
    public boolean superadmin;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Version
    public int version;
}
