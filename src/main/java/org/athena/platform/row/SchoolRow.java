package org.athena.platform.row;

import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.athena.platform.tenancy.SchoolIdType;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.binder.internal.TenantIdBinder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A row of a school, as features keep them. Hibernate fills the school when it writes the row and asks for it whenever it reads
 * one: its filter for tenants is declared here, because Hibernate would give its parameter the type of a text.
 */
@MappedSuperclass
@FilterDef(
        name = TenantIdBinder.FILTER_NAME,
        parameters = @ParamDef(name = TenantIdBinder.PARAMETER_NAME, type = SchoolIdType.class))
public abstract class SchoolRow extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    @Type(SchoolIdType.class)
    public String schoolId;

    /** Raised by every change; the ETag. */
    @Version
    public int version;
}
