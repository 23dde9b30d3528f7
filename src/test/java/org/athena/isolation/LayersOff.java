package org.athena.isolation;

import java.util.Map;
import java.util.Set;

import org.athena.platform.tenancy.RootEverywhere;

import io.quarkus.test.junit.QuarkusTestProfile;

/** How a layer of isolation is switched off, to see another hold by itself. */
final class LayersOff {

    private LayersOff() {}

    /** Row level security: the service signs in as the owner, for whom no policy counts. */
    public static class RowSecurity implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.username", "postgres");
        }
    }

    /** Hibernate's filter by school. */
    public static class TenantFilter implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RootEverywhere.class);
        }
    }

    /** Both: nothing is left but the permission for the school that the caller named. */
    public static class Both extends RowSecurity {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RootEverywhere.class);
        }
    }
}
