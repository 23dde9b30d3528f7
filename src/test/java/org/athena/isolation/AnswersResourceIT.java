package org.athena.isolation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class AnswersResourceIT extends AnswersResourceTest {}
