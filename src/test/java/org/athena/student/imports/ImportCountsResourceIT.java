package org.athena.student.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ImportCountsResourceIT extends ImportCountsResourceTest {}
