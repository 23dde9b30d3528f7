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
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Changing a student's guardians: what a request does not name stays. */
@QuarkusTest
class StudentGuardiansResourceTest extends Guardians {

    /** Every member that a guardian of the answer has, each unlike what a new link would have. */
    private static final String EVERYTHING = "{" + LINK + """
            ,"phone":"300 111 2233","email":"marta@example.org","is_primary":true,"priority":3,
            "is_legal_representative":true,"has_custody":true,"portal_access":true,"can_pickup":true,
            "is_emergency_contact":true,"is_active":false,
            "restriction":{"text":"Orden","from":"2026-01-01","to":"2099-12-31"}}""";

    private Map<String, Object> guardian(String path) {
        return new LinkedHashMap<>(
                Api.as(school, "secretary").get(path).jsonPath().getMap("guardians[0]"));
    }

    @Test
    void aRestrictionIsNotLiftedByAChangeThatDoesNotNameIt() {
        String path = guarded("{" + LINK + ",\"restriction\":{\"text\":\"Orden\"}}");
        change(path, "{" + LINK + ",\"portal_access\":true,\"phone\":\"300\"}")
                .then()
                .statusCode(200)
                .body("guardians[0].phone", equalTo("300"))
                .body("guardians[0].portal_access", equalTo(true))
                .body("guardians[0].restriction.text", equalTo("Orden"));
        assertPortal(path, 404);
    }

    @Test
    void aLinkThatWasSwitchedOffStaysOff() {
        String path = guarded("{" + LINK + ",\"is_active\":false}");
        change(path, "{" + LINK + ",\"portal_access\":true}")
                .then()
                .statusCode(200)
                .body("guardians[0].is_active", equalTo(false));
        assertPortal(path, 404);
        change(path, "{" + LINK + ",\"is_active\":true}").then().statusCode(200);
        assertPortal(path, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {PERSON, LINK, "\"document_type\":\"TI\",\"document_number\":\"52 000 111\""})
    void nothingChangesThatIsNotNamed(String named) {
        String path = guarded(EVERYTHING);
        Map<String, Object> before = guardian(path);
        change(path, "{" + named + "}").then().statusCode(200);
        Map<String, Object> after = guardian(path);
        if (named.contains("TI")) {
            assertThat(after.put("document_type", "CC")).isEqualTo("TI");
        }
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relationship | \"abuela\"",
                "full_name | \"Marta Inés\"",
                "phone | null",
                "email | null",
                "is_primary | false",
                "priority | 7",
                "is_legal_representative | false",
                "has_custody | false",
                "portal_access | false",
                "can_pickup | false",
                "is_emergency_contact | false",
                "is_active | true",
                "restriction | null"
            })
    void aFieldThatIsNamedIsTheOnlyOneThatChanges(String field, String value) {
        String path = guarded(EVERYTHING);
        Map<String, Object> expected = guardian(path);
        change(path, "{" + PERSON + ",\"" + field + "\":" + value + "}").then().statusCode(200);
        Map<String, Object> after = guardian(path);
        assertThat(after.remove(field)).isNotEqualTo(expected.remove(field));
        assertThat(after).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Orden | 2026-01-01 | 2099-12-31",
                "{\"text\":\"Otra\"} | Otra | 2026-01-01 | 2099-12-31",
                "{\"from\":null} | Orden | | 2099-12-31",
                "{\"to\":null} | Orden | 2026-01-01 |",
                "{\"to\":\"2098-01-01\"} | Orden | 2026-01-01 | 2098-01-01"
            })
    void aRestrictionKeepsWhatIsNotNamedOfIt(String restriction, String text, String from, String to) {
        String path = guarded(EVERYTHING);
        change(path, "{" + PERSON + ",\"restriction\":" + restriction + "}")
                .then()
                .statusCode(200)
                .body("guardians[0].restriction.text", equalTo(text))
                .body("guardians[0].restriction.from", equalTo(from))
                .body("guardians[0].restriction.to", equalTo(to));
    }

    /** Or an order of today would end before it begins, and restrict nobody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\":\"Nueva\"} | 404", "{\"from\":\"2026-02-01\"} | 404", "{} | 200", "null | 200"})
    void theEndOfARestrictionThatIsOverIsNotKept(String restriction, int portal) {
        String over = "{\"text\":\"Orden\",\"from\":\"2026-01-01\",\"to\":\"" + TODAY.minusDays(1) + "\"}";
        String path = guarded("{" + LINK + ",\"portal_access\":true,\"restriction\":" + over + "}");
        assertPortal(path, 200);
        change(path, "{" + PERSON + ",\"restriction\":" + restriction + "}")
                .then()
                .statusCode(200);
        assertPortal(path, portal);
    }

    @Test
    void aRestrictionWithoutATextIsRefusedWhereThereIsNone() {
        String path = guarded("{" + LINK + "}");
        change(path, "{" + PERSON + ",\"restriction\":{\"to\":\"2099-01-01\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[0].restriction.text"));
    }

    @Test
    void aListThatIsNotAListEndsNobody() {
        String path = guarded("{" + LINK + "}");
        for (String list : new String[] {"{}", "\"\"", "[null]", "[[]]", "[{}]"}) {
            Api.as(school, "secretary")
                    .body("{\"guardians\":" + list + "}")
                    .patch(path)
                    .then()
                    .statusCode(400);
        }
        Api.as(school, "secretary").get(path).then().body("guardians", hasSize(1));
    }
}
