package org.athena.platform.openapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service, which has the file alone and nothing that makes it. */
@QuarkusIntegrationTest
class ApiDescriptionResourceIT extends ApiDescriptionResourceTest {}
