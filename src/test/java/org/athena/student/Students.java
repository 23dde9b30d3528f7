package org.athena.student;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;

/** What the tests of students share: two schools, and ways to add somebody. */
@WithTestResource(Installation.class)
abstract class Students {

    static final String PATH = "/api/v1/students";

    Schools schools;

    Schools.School school;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
    }

    static final String MARTA = """
            [{"document_type":"CC","document_number":"52.000.111","full_name":"Marta Ñúñez","phone":"300 111 2233",
              "relationship":"madre","is_primary":true,"portal_access":true,"is_emergency_contact":true}]""";

    static final String LUCIA = """
            {"document_type":"TI","document_number":"1.020.304.050","first_name":"Lucía","last_name":"Peña",
             "second_last_name":"Ñúñez","birth_date":"2014-05-06","extra_data":{"bus":"R4"},"piar_data":{"apoyo":"lectura"},
             "guardians":""" + MARTA + "}";

    Response create(String body) {
        return Api.as(school, "secretary").body(body).post(PATH);
    }

    /** A student whose account, or whose guardian's, is that of the person with the role. */
    String linked(String role) {
        String path = create(LUCIA).header("Location");
        Schools.change(
                "update athena." + (role.equals("student") ? "students" : "guardians")
                        + " set user_id = ? where school_id = ?",
                school.person(role),
                school.id());
        return path;
    }
}
