package org.athena.devmode;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@Tag("package")
class WalkthroughIT extends WalkthroughTest {}
