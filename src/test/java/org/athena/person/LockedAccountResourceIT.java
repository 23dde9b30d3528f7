package org.athena.person;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, as a jar or as the native executable. */
@QuarkusIntegrationTest
class LockedAccountResourceIT extends LockedAccountResourceTest {}
