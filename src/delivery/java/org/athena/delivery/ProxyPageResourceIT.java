package org.athena.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ProxyPageResourceIT extends ProxyPageResourceTest {}
