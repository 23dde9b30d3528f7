package org.athena.student;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StudentExportResourceIT extends StudentExportResourceTest {}
