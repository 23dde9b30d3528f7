package org.athena.student;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, as a jar or as the native executable. */
@QuarkusIntegrationTest
class SecondPersonResourceIT extends SecondPersonResourceTest {}
