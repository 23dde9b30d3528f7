package org.athena.platform.row;

import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.SchoolIdType;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.binder.internal.TenantIdBinder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A row of a school, as features keep them. Hibernate sets the school when it writes the row and filters by it whenever it
 * reads one: its filter for tenants is declared here, because Hibernate would give its parameter the type of a text.
 */
@MappedSuperclass
@FilterDef(
        name = TenantIdBinder.FILTER_NAME,
        applyToLoadByKey = true,
        parameters = @ParamDef(name = TenantIdBinder.PARAMETER_NAME, type = SchoolIdType.class))
public abstract class SchoolRow extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    @Type(SchoolIdType.class)
    public String schoolId;

    /** Increased by every change; used as the ETag. */
    @Version
    public int version;

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    /**
     * The row of the school of the request.
     *
     * @throws ProblemException 404 when the school does not have a row with that id, in the words of the entity
     */
    public static <T extends SchoolRow> T require(Class<T> type, UUID id) {
        T row = getEntityManager().find(type, id);
        if (row == null) {
            throw unknown(type);
        }
        return row;
    }

    /** What is answered when the school has no such row, for those who look for it in a way of their own. */
    public static ProblemException unknown(Class<? extends SchoolRow> type) {
        String words =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String article = "aeiou".indexOf(words.charAt(0)) < 0 ? "a" : "an";
        return new ProblemException(
                ProblemCode.NOT_FOUND, "The school does not have " + article + " " + words + " with this id.");
    }
}
