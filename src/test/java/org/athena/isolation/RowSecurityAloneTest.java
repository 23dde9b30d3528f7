package org.athena.isolation;

import org.athena.testing.DatabaseResource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Hibernate's filter is off; the database's policies stand. */
@QuarkusTest
@TestProfile(LayersOff.TenantFilter.class)
@WithTestResource(DatabaseResource.class)
class RowSecurityAloneTest extends TwoSchools {}
