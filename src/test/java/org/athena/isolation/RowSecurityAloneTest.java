package org.athena.isolation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Hibernate's filter is off; the database's policies stand. */
@QuarkusTest
@TestProfile(LayersOff.TenantFilter.class)
class RowSecurityAloneTest extends TwoSchools {}
