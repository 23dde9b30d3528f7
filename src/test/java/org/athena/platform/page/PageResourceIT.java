package org.athena.platform.page;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, which has the real page. */
@QuarkusIntegrationTest
@Tag("package")
class PageResourceIT extends PageResourceTest {}
