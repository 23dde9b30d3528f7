package org.athena.platform.edge;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ClearTextHttp2ResourceIT extends ClearTextHttp2ResourceTest {}
