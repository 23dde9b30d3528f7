package org.athena.platform.tenancy;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** Tells Hibernate the school for its filter and for every {@code @TenantId}. */
@PersistenceUnitExtension
@RequestScoped
class SchoolTenantResolver implements TenantResolver {

    /** No school has this id, so a session without a school finds no rows. */
    private static final String NONE = new UUID(0, 0).toString();

    private final AuthContextHolder holder;

    @Inject
    SchoolTenantResolver(AuthContextHolder holder) {
        this.holder = holder;
    }

    @Override
    public String getDefaultTenantId() {
        return NONE;
    }

    @Override
    public String resolveTenantId() {
        return holder.find().flatMap(AuthContext::school).map(UUID::toString).orElse(NONE);
    }
}
