package org.athena.isolation;

import java.util.Set;

import org.athena.platform.tenancy.RootEverywhere;
import org.athena.testing.Schools;

import io.quarkus.test.junit.QuarkusTestProfile;

/** How a layer of isolation is switched off, to see another hold by itself. */
final class LayersOff {

    private static final String OF_THE_SERVICE = "pg_stat_activity where usename = 'athena_service'";

    private LayersOff() {}

    /** Row level security: no policy counts for the service's role from now on. The service has already started with it on. */
    static void rowSecurityOff() {
        Schools.change("alter role athena_service bypassrls");
        endOldConnections();
    }

    /** Every policy counts again. */
    static void rowSecurityOn() {
        Schools.change("alter role athena_service nobypassrls");
        endOldConnections();
    }

    /** An old connection may keep plans that were made for the role as it was. */
    private static void endOldConnections() {
        Schools.count("(select pg_terminate_backend(pid, 5000) from " + OF_THE_SERVICE + ") ended");
    }

    /** Hibernate's filter by school. */
    public static class TenantFilter implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RootEverywhere.class);
        }
    }
}
