package org.athena.platform.tenancy;

import org.athena.testing.RevocableProject;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** With the setting off, which is the default, a token is good until it expires, and the database need not know of sessions. */
@QuarkusTest
@WithTestResource(value = RevocableProject.class, initArgs = @ResourceArg(name = "revocation", value = "false"))
class WeakRevocationResourceTest extends Revocations {

    @Override
    void assertEnded(ValidatableResponse answer) {
        answer.statusCode(200);
    }
}
