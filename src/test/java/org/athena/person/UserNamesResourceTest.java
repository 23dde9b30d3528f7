package org.athena.person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The names of people with an account: the same rules as for students. */
@QuarkusTest
@WithTestResource(Installation.class)
class UserNamesResourceTest {

    private static final String PATH = "/api/v1/admin/users";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "An\\u202ea", "An\\na", "Ana 2", "<b>"})
    void aNameHasLettersAndNothingThatIsNotShown(String name) {
        Api.as(school, "rector")
                .body("{\"email\":\"nadie@example.org\",\"full_name\":\"" + name + "\",\"roles\":[\"teacher\"]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
        Api.as(school, "rector")
                .body("{\"full_name\":\"" + name + "\"}")
                .patch(PATH + "/" + school.person("teacher"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
    }

    @Test
    void aNameIsStoredInOneForm() {
        Api.as(school, "rector")
                .body("{\"full_name\":\" Jose\\u0301  O\\u2019Neill \"}")
                .patch(PATH + "/" + school.person("teacher"))
                .then()
                .statusCode(200)
                .body("full_name", equalTo("José O'Neill"));
    }
}
