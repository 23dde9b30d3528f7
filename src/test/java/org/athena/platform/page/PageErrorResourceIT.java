package org.athena.platform.page;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, as a jar or as the native executable, whose log is JSON. */
@Tag("package")
@QuarkusIntegrationTest
class PageErrorResourceIT extends PageErrorResourceTest {}
