package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.LinkedHashMap;
import java.util.Map;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Changing a student's guardians: what a request does not name stays. */
@QuarkusTest
class StudentGuardiansResourceTest extends Guardians {

    /** Every member that a guardian of the answer has, each unlike what a new link would have. */
    private static final String EVERYTHING = "{" + LINK + """
            ,"phone":"300 111 2233","email":"marta@example.org","is_primary":true,"priority":3,
            "is_legal_representative":true,"has_custody":true,"portal_access":true,"can_pickup":true,
            "is_emergency_contact":true,"is_active":false,
            "restriction":{"text":"Orden","from":"2026-01-01","to":"2099-12-31"}}""";

    private Map<String, Object> row(String address) {
        Map<String, Object> row = new LinkedHashMap<>(
                Api.as(school, "secretary").get(address).jsonPath().getMap(""));
        row.remove("version");
        return row;
    }

    @Test
    void aRestrictionIsNotLiftedByAChangeThatDoesNotNameIt() {
        String path = guarded("{" + LINK + ",\"restriction\":{\"text\":\"Orden\"}}");
        change(person(path), "{\"phone\":\"3001112233\"}")
                .then()
                .statusCode(200)
                .body("phone", equalTo("3001112233"));
        change(link(path), "{\"portal_access\":true}")
                .then()
                .statusCode(200)
                .body("phone", equalTo("3001112233"))
                .body("portal_access", equalTo(true))
                .body("restriction.text", equalTo("Orden"));
        assertPortal(path, 404);
    }

    @Test
    void aLinkThatWasSwitchedOffStaysOff() {
        String path = guarded("{" + LINK + ",\"is_active\":false}");
        change(link(path), "{\"portal_access\":true}").then().statusCode(200).body("is_active", equalTo(false));
        assertPortal(path, 404);
        change(link(path), "{\"is_active\":true}").then().statusCode(200);
        assertPortal(path, 200);
    }

    @Test
    void aChangeThatNamesNothingNewKeepsEveryVersion() {
        String path = guarded(EVERYTHING);
        String link = link(path);
        String person = person(path);
        for (String[] change : new String[][] {
            {link, "{}"},
            {link, "{\"relationship\":\"madre\",\"restriction\":{}}"},
            {person, "{}"},
            {person, "{\"document_number\":\"52 000 111\",\"full_name\":\"Marta  Ñúñez\"}"},
            {path, "{}"}
        }) {
            Map<String, Object> before = row(change[0]);
            change(change[0], change[1]).then().statusCode(200).body("version", equalTo(0));
            assertThat(row(change[0])).isEqualTo(before);
        }
        Api.as(school, "secretary").get(path).then().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relationship | \"abuela\"",
                "is_primary | false",
                "priority | 7",
                "is_legal_representative | false",
                "has_custody | false",
                "portal_access | false",
                "can_pickup | false",
                "is_emergency_contact | false",
                "is_active | true"
            })
    void aFieldOfTheLinkThatIsNamedIsTheOnlyOneThatChanges(String field, String value) {
        String path = guarded(EVERYTHING);
        assertOnlyChange(link(path), field, value);
        Api.as(school, "secretary").get(path).then().header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full_name | \"Marta Inés\"",
                "phone | null",
                "email | null",
                "document_type | \"TI\"",
                "document_number | \"7\""
            })
    void aFieldOfThePersonThatIsNamedIsTheOnlyOneThatChanges(String field, String value) {
        String path = guarded(EVERYTHING);
        String link = link(path);
        Map<String, Object> expected = row(link);
        assertOnlyChange(person(path), field, value);
        Map<String, Object> after = row(link);
        assertThat(after.remove(field)).isNotEqualTo(expected.remove(field));
        assertThat(after).isEqualTo(expected);
        Api.as(school, "secretary").get(link).then().header("ETag", "\"1\"");
        Api.as(school, "secretary").get(path).then().header("ETag", "\"1\"");
    }

    private void assertOnlyChange(String address, String field, String value) {
        Map<String, Object> expected = row(address);
        change(address, "{\"" + field + "\":" + value + "}")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        Map<String, Object> after = row(address);
        assertThat(after.remove(field)).isNotEqualTo(expected.remove(field));
        assertThat(after).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"full_name", "phone", "document_number", "user_id", "differences", "id", "guardian_id", "guardians"})
    void onlyTheAddressOfThePersonChangesThePerson(String field) {
        String path = guarded(EVERYTHING);
        Map<String, Object> before = row(link(path));
        change(link(path), "{\"" + field + "\":\"300\"}")
                .then()
                .statusCode(400)
                .body("violations.field", contains(field))
                .body("violations.message", contains("is not known"));
        assertThat(row(link(path))).isEqualTo(before);
    }

    @Test
    void aStudentsChangeDoesNotTakeGuardians() {
        String path = guarded(EVERYTHING);
        for (String list : new String[] {"[]", "[" + EVERYTHING + "]", "null", "{}"}) {
            change(path, "{\"guardians\":" + list + "}")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("guardians"))
                    .body("violations.message", contains("is not known"));
        }
        Api.as(school, "secretary")
                .get(path)
                .then()
                .body("guardians", hasSize(1))
                .header("ETag", "\"0\"");
    }

    @Test
    void aPersonIsLinkedToAStudentOnce() {
        String path = guarded(EVERYTHING);
        Response refused = add(path, "{" + LINK.replace("\"CC\"", "\"TI\"") + "}");
        refused.then()
                .statusCode(409)
                .body("reason", equalTo("guardian.already_linked"))
                .body("violations.field", contains("document_number"))
                .body(
                        "detail",
                        equalTo("This person is a guardian of the student already. Change the link instead of adding it"
                                + " again."));
        assertThat(link(path)).endsWith(refused.path("link_id"));
        Api.as(school, "secretary").get(path).then().header("ETag", "\"0\"");
    }

    @Test
    void theLinksOfAStudentAreAList() {
        String path = guarded(EVERYTHING);
        add(
                        path,
                        "{\"document_type\":\"CC\",\"document_number\":\"53\",\"full_name\":\"Abel Ruiz\",\"relationship\":\"padre\"}")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("differences", hasSize(0));
        Api.as(school, "secretary")
                .get(path + "/guardians")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.full_name", contains("Abel Ruiz", "Marta Ñúñez"));
        Api.as(school, "secretary").get(path).then().header("ETag", "\"1\"").body("guardians", hasSize(2));
        end(path);
        Api.as(school, "secretary")
                .queryParam("sort", "full_name")
                .get(path + "/guardians")
                .then()
                .body("items.full_name", contains("Marta Ñúñez"));
        Api.as(school, "secretary").get(path).then().header("ETag", "\"2\"").body("guardians", hasSize(1));
    }

    @Test
    void anEndedLinkIsNotThere() {
        String path = guarded(EVERYTHING);
        String link = link(path);
        end(path);
        for (Response gone : new Response[] {
            Api.as(school, "secretary").get(link), Api.as(school, "secretary").delete(link), change(link, "{}")
        }) {
            gone.then().statusCode(404);
        }
        String other = create(student("2", "")).header("Location");
        Api.as(school, "secretary").get(other + "/guardians").then().body("total", equalTo(0));
    }

    /** A link is named with its own student. */
    @Test
    void anotherStudentsLinkIsNotThere() {
        String path = guarded(EVERYTHING);
        String other = create(student("2", "")).header("Location");
        String wrong = link(path).replace(path, other);
        Api.as(school, "secretary").get(wrong).then().statusCode(404);
        change(wrong, "{\"can_pickup\":false}").then().statusCode(404);
        Api.as(school, "secretary").delete(wrong).then().statusCode(404);
        Api.as(school, "secretary").get(path).then().header("ETag", "\"0\"");
    }
}
