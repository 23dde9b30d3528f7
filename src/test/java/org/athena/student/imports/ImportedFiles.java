package org.athena.student.imports;

import java.nio.charset.StandardCharsets;

import org.athena.testing.Api;
import org.athena.testing.Schools;

import io.restassured.response.Response;

/** Sends files to the import in the tests of this package. */
final class ImportedFiles {

    static final String PATH = "/api/v1/students/import";
    static final String STUDENT = "document_type;document_number;first_name;last_name;birth_date";
    static final String GUARDIAN =
            "guardian1_document_type;guardian1_document_number;guardian1_full_name;guardian1_relationship;guardian1_phone;";

    private ImportedFiles() {}

    static Response send(Schools.School school, String query, String type, byte[] file) {
        return Api.patient(Api.as(school, "secretary"))
                .contentType(type)
                .body(file)
                .post(PATH + query);
    }

    static Response send(Schools.School school, String query, String file) {
        return send(school, query, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the id of the import */
    static String imported(Schools.School school, String file) {
        return send(school, "", file).then().statusCode(201).extract().path("id");
    }
}
