package org.athena.logs;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, as a jar or as the native executable, whose log is JSON. */
@QuarkusIntegrationTest
class SentinelsResourceIT extends SentinelsResourceTest {}
