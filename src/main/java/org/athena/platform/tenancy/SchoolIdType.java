package org.athena.platform.tenancy;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.UUID;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Sends the id of a school as a {@code uuid}, although Quarkus gives tenant ids to Hibernate as text. Text would need a parameter
 * without a type, and PostgreSQL cannot prepare such a statement once for all (docs/decisions/scoping-by-tenant-id.md).
 */
@RegisterForReflection
public class SchoolIdType implements UserType<String> {

    @Override
    public int getSqlType() {
        return SqlTypes.UUID;
    }

    @Override
    public Class<String> returnedClass() {
        return String.class;
    }

    @Override
    public boolean equals(String one, String other) {
        return Objects.equals(one, other);
    }

    @Override
    public int hashCode(String id) {
        return Objects.hashCode(id);
    }

    @Override
    public String nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        return row.getString(position);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, String id, int position, WrapperOptions options)
            throws SQLException {
        statement.setObject(position, id == null ? null : UUID.fromString(id), Types.OTHER);
    }

    @Override
    public String deepCopy(String id) {
        return id;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(String id) {
        return id;
    }

    @Override
    public String assemble(Serializable cached, Object owner) {
        return (String) cached;
    }
}
