package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A guardian under a restriction does not come back as a second person, unless the school says that it is somebody else. */
@QuarkusTest
class SecondPersonResourceTest extends Guardians {

    private static final String ORDER = ",\"portal_access\":true,\"restriction\":{\"text\":\"Orden\"}";

    /** The address of the child whose guardian Marta Ñúñez, CC 52000111, is under the order. */
    private String child;

    private String marta;

    @BeforeEach
    void anOrder() {
        child = guarded("{" + LINK + ORDER + "}");
        marta = person(child);
    }

    private static String guardian(String type, String number, String name) {
        return "{\"document_type\":\"%s\",\"document_number\":\"%s\",\"full_name\":\"%s\",\"relationship\":\"tía\",\"portal_access\":true}"
                .formatted(type, number, name);
    }

    private static String another(String guardian) {
        return guardian.replaceFirst("\\{", "{\"another_person\":true,");
    }

    private void assertRefused(Response answer, String field) {
        answer.then()
                .statusCode(409)
                .body("reason", equalTo("guardian.resembles_restricted"))
                .body("violations.field", contains(field))
                .body("guardian_ids", contains(id(marta)));
        assertThat(Schools.count("athena.guardians where school_id = ?", school.id()))
                .isEqualTo(1);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void aNumberThatWasFreedIsStillTheirs() {
        change(marta, "{\"document_number\":\"7\",\"full_name\":\"Otra Gil\"}")
                .then()
                .statusCode(200);
        assertRefused(add(child, guardian("CC", "52000111", "Inés Paz")), "document_number");
        change(marta, "{\"document_number\":\"8\"}").then().statusCode(200);
        assertRefused(add(child, guardian("TI", "7", "Inés Paz")), "document_number");
        // They keep what they had, whoever writes.
        Schools.change("update athena.guardians set former_numbers = '{}' where school_id = ?", school.id());
        assertRefused(add(child, guardian("CC", "52.000.111", "Inés Paz")), "document_number");
    }

    @Test
    void aNameThatWasChangedIsStillTheirs() {
        change(marta, "{\"full_name\":\"Otra Gil\"}").then().statusCode(200);
        assertRefused(add(child, guardian("CC", "9", "Marta Ñúñez")), "full_name");
    }

    @ParameterizedTest
    @CsvSource({"CE,52000111", "PASSPORT,052000111", "PPT,52-000-111"})
    void theSameNumberUnderAnotherTypeIsTheirs(String type, String number) {
        assertRefused(add(child, guardian(type, number, "Inés Paz")), "document_number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marta Ñúñez",
                "MARTA NUNEZ",
                "Núñez  Marta.",
                "marta nuñez",
                "Ｍarta Ñúñez",
                "Marŧa Ŋuñeƶ",
                "Mar\u0335ta Nunez"
            })
    void theSameNameWithAnotherDocumentIsTheirs(String name) {
        assertRefused(add(child, guardian("CC", "9", name)), "full_name");
    }

    /** Cyrillic, Greek and phonetic letters that are drawn like those of the name. */
    @ParameterizedTest
    @ValueSource(strings = {"Mart\u0430 Ñúñez", "\u039carta Ñúñez", "M\u0251rta Ñúñez", "\u1d0darta Ñúñez"})
    void lettersOfAnotherAlphabetAreNoName(String name) {
        String body = guardian("CC", "9", name);
        add(child, body).then().statusCode(400).body("violations.code", contains("not_a_name"));
        create(student("2", body)).then().statusCode(400).body("violations.field", contains("guardians[0].full_name"));
        change(marta, "{\"full_name\":\"" + name + "\"}").then().statusCode(400);
        assertThat(Schools.count("athena.guardians where school_id = ?", school.id()))
                .isEqualTo(1);
    }

    @Test
    void soItIsForANewStudentAndAnotherChild() {
        String body = student("2", guardian("CC", "8", "Luis Paz") + "," + guardian("CC", "9", "Marta Núñez"));
        assertRefused(create(body), "guardians[1].full_name");
        create(student("3", "")).then().statusCode(201);
        assertThat(Schools.count("athena.students where school_id = ?", school.id()))
                .isEqualTo(2);
    }

    @Test
    void soItIsAfterTheLinkHasEnded() {
        end(child);
        assertRefused(add(child, guardian("CE", "52000111", "Inés Paz")), "document_number");
    }

    /** Otherwise somebody would be added under a false name and number and get the true ones afterwards. */
    @Test
    void nobodyWhoIsThereBecomesTheSecondPerson() {
        Response added = add(child, guardian("CC", "9", "Inés Paz"));
        added.then().statusCode(201);
        String ines = PEOPLE + "/" + added.path("guardian_id");
        change(ines, "{\"full_name\":\"Marta Nuñez\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.resembles_restricted"))
                .body("violations.field", contains("full_name"))
                .body("guardian_ids", contains(id(marta)));
        change(ines, "{\"document_type\":\"CE\",\"document_number\":\"52000111\"}")
                .then()
                .statusCode(409)
                .body("violations.field", contains("document_number"));
        change(ines, "{\"full_name\":\"Marta Nuñez\",\"another_person\":true}")
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Marta Nuñez"))
                .body("another_person", nullValue());
        // What was confirmed is not asked again.
        change(ines, "{\"phone\":\"300 111 2233\",\"full_name\":\"Marta Núñez\"}")
                .then()
                .statusCode(200);
        assertThat(confirmations(id(ines))).isEqualTo(1);
    }

    @Test
    void theLogSaysWhatPeopleChangedAndNotTheListsThatFollow() {
        change(marta, "{\"full_name\":\"Otra Gil\"}").then().statusCode(200);
        Api.as(school, "rector")
                .queryParam("entity_id", id(marta))
                .queryParam("action", "update")
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("items[0].changes.keySet()", contains("full_name"));
    }

    @Test
    void theirOwnDataAreCorrectedFreely() {
        change(marta, "{\"document_type\":\"CE\",\"full_name\":\"Marta Inés Ñúñez\"}")
                .then()
                .statusCode(200);
        change(marta, "{\"full_name\":\"Marta Ñúñez\"}").then().statusCode(200);
    }

    @Test
    void anotherPersonIsAddedWhenTheRequestSaysSoAndTheLogKeepsIt() {
        Response added = add(child, another(guardian("CC", "9", "Marta Núñez")));
        added.then().statusCode(201).body("restriction", nullValue());
        assertThat(confirmations(added.path("guardian_id"))).isEqualTo(1);
        Api.as(school, "rector")
                .queryParam("action", "another_person")
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(200)
                .body("items.changes.what", contains("not " + id(marta)));
        // From now on the document tells the two apart.
        create(student("2", guardian("CC", "9", "Marta Núñez"))).then().statusCode(201);
        create(student("3", another(guardian("CC", "10", "Inés Paz")))).then().statusCode(201);
        assertThat(Schools.count("athena.audit_log where school_id = ? and action = 'another_person'", school.id()))
                .isEqualTo(1);
    }

    @Test
    void whoIsUnderNoRestrictionAnyMoreIsLikeEverybody() {
        change(link(child), LIFT).then().statusCode(200);
        add(child, guardian("CC", "9", "Marta Ñúñez")).then().statusCode(201);
    }

    /** The last link of the two counts, as where a link is made. */
    @Test
    void anOrderThatWasLiftedOnALaterLinkOrIsOverDoesNotStand() {
        end(child);
        add(child, "{" + LINK + "}").then().statusCode(201);
        assertRefused(add(child, guardian("CC", "9", "Marta Ñúñez")), "full_name");
        change(link(child), LIFT).then().statusCode(200);
        add(child, guardian("CC", "9", "Marta Ñúñez")).then().statusCode(201);
        Schools.change(
                "update athena.student_guardians set restriction = 'Orden', restriction_to = ? where school_id = ?",
                TODAY.minusDays(1),
                school.id());
        add(child, guardian("CC", "10", "Marta Ñúñez")).then().statusCode(201);
    }

    @Test
    void theRestrictedPersonIsStillFoundByTheirDocumentAtAnotherChild() {
        create(student("2", "{" + LINK + "}"))
                .then()
                .statusCode(201)
                .body("guardians[0].restriction.text", equalTo("Orden"));
    }

    @Test
    void anotherSchoolKnowsNothingOfIt() {
        Api.as(schools.second(), "secretary")
                .body(student("2", guardian("CC", "9", "Marta Ñúñez")))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "CE,52000111,Inés Paz,guardian2_document_number",
        "CC,9,Núñez Marta,guardian2_full_name",
        "CC,7,Inés Paz,guardian2_document_number"
    })
    void anImportSaysTheSame(String type, String number, String name, String column) {
        change(marta, "{\"document_number\":\"7\"}");
        change(marta, "{\"document_number\":\"52000111\"}");
        String file =
                "document_type,document_number,first_name,last_name,guardian2_document_type,guardian2_document_number,"
                        + "guardian2_full_name,guardian2_relationship\nTI,77,Ana,Gil,%1$s,%2$s,%3$s,tía\nTI,78,Eva,Gil,%1$s,%2$s,%3$s,tía\n"
                                .formatted(type, number, name);
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/import")
                .then()
                .statusCode(400)
                .body("violations.field", contains(column, column))
                .body("violations.in", contains("row 2", "row 3"))
                .body("violations.code", contains("resembles_restricted", "resembles_restricted"));
        create(student("77", another(guardian(type, number, name)))).then().statusCode(201);
    }

    private static int confirmations(String guardian) {
        return Schools.count(
                "athena.audit_log where entity_type = 'guardians' and action = 'another_person' and entity_id = ?",
                guardian);
    }
}
