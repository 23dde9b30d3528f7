package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.List;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Setting and lifting a restriction: by its own field, and lifting with a reason. */
@QuarkusTest
class RestrictionLiftResourceTest extends Guardians {

    private static final String DAYS = "{" + LINK
            + ",\"portal_access\":true,\"restriction\":{\"text\":\"Orden\",\"from\":\"2026-01-01\",\"to\":\"2099-12-31\"}}";

    private static final String SHORTENED =
            "{\"restriction\":{\"to\":\"" + TODAY + "\"},\"restriction_lift_reason\":\"Auto\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Orden | 2026-01-01 | 2099-12-31",
                "{\"text\":\"Otra\"} | Otra | 2026-01-01 | 2099-12-31",
                "{\"from\":null} | Orden | | 2099-12-31",
                "{\"to\":null} | Orden | 2026-01-01 |"
            })
    void aRestrictionKeepsWhatIsNotNamedOfIt(String restriction, String text, String from, String to) {
        change(link(guarded(DAYS)), "{\"restriction\":" + restriction + "}")
                .then()
                .statusCode(200)
                .body("restriction.text", equalTo(text))
                .body("restriction.from", equalTo(from))
                .body("restriction.to", equalTo(to));
    }

    /** Or an order of today would end before it begins, and restrict nobody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"restriction\":{\"text\":\"Nueva\"}} | 404",
                "{\"restriction\":{\"from\":\"2026-02-01\"}} | 404",
                "{\"restriction\":{}} | 200",
                LIFT + " | 200"
            })
    void theEndOfARestrictionThatIsOverIsNotKept(String change, int portal) {
        String over = "{\"text\":\"Orden\",\"from\":\"2026-01-01\",\"to\":\"" + TODAY.minusDays(1) + "\"}";
        String path = guarded("{" + LINK + ",\"portal_access\":true,\"restriction\":" + over + "}");
        assertPortal(path, 200);
        change(link(path), change).then().statusCode(200);
        assertPortal(path, portal);
    }

    @Test
    void aRestrictionWithoutATextIsRefusedWhereThereIsNone() {
        change(link(guarded("{" + LINK + "}")), "{\"restriction\":{\"to\":\"2099-01-01\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("restriction.text"));
    }

    @Test
    void aRestrictionDoesNotEndBeforeItBegins() {
        change(
                        link(guarded("{" + LINK + "}")),
                        "{\"restriction\":{\"text\":\"x\",\"from\":\"2026-02-02\",\"to\":\"2026-02-01\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("restriction.to"));
    }

    @Test
    void liftingNeedsAReason() {
        String path = guarded(DAYS);
        assertReason(
                change(link(path), "{\"restriction\":null}"), "must say why the restriction is lifted or shortened");
        assertReason(
                change(link(path), "{\"restriction\":null,\"restriction_lift_reason\":\" \"}"), "must not be blank");
        assertReason(change(link(path), "{\"restriction\":null,\"restriction_lift_reason\":null}"), "must not be null");
        assertPortal(path, 404);
        change(link(path), LIFT).then().statusCode(200).header("ETag", "\"1\"").body("restriction", nullValue());
        assertPortal(path, 200);
        Api.as(school, "secretary").get(path).then().header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{\"portal_access\":true,%s}", "{\"restriction\":{\"text\":\"Otra\"},%s}"})
    void aReasonIsNotSentWithoutLifting(String change) {
        String path = guarded(DAYS);
        String message = "must be sent only where a restriction is lifted or shortened";
        String body = change.formatted("\"restriction_lift_reason\":\"Auto\"");
        assertReason(change(link(path), body), message);
        change(link(path), LIFT).then().statusCode(200);
        assertReason(change(link(path), LIFT), message);
    }

    private static void assertReason(Response refused, String message) {
        refused.then()
                .statusCode(400)
                .body("violations.field", contains("restriction_lift_reason"))
                .body("violations.message", contains(message));
    }

    /** Otherwise a last day of today would lift it tomorrow without a word. */
    @Test
    void shorteningNeedsAReason() {
        String path = guarded(DAYS);
        String sooner = "{\"restriction\":{\"to\":\"2098-12-31\"}%s}";
        assertReason(change(link(path), sooner.formatted("")), "must say why the restriction is lifted or shortened");
        change(link(path), sooner.formatted(",\"restriction_lift_reason\":\"Auto\""))
                .then()
                .statusCode(200)
                .body("restriction.text", equalTo("Orden"))
                .body("restriction.to", equalTo("2098-12-31"));
        assertReason(
                change(link(path), sooner.formatted(",\"restriction_lift_reason\":\"Auto\"")),
                "must be sent only where a restriction is lifted or shortened");
        change(link(path), "{\"restriction\":{\"to\":\"2099-12-31\"}}").then().statusCode(200);
    }

    /** Otherwise the link to a second child, ended and made again, would bring the weaker restriction back. */
    @Test
    void aWeakerRestrictionIsNotSetAtAnotherChild() {
        guarded(DAYS);
        String other = create(student("2", "")).header("Location");
        add(other, "{" + LINK + ",\"restriction\":{\"text\":\"débil\",\"to\":\"" + TODAY + "\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("restriction"));
        add(other, "{" + LINK + ",\"restriction\":{\"text\":\"Más fuerte\"}}")
                .then()
                .statusCode(201)
                .body("restriction.text", equalTo("Más fuerte"));
    }

    /** Otherwise a last day of yesterday would lift it without a word. */
    @Test
    void daysDoNotLiftARestrictionInForce() {
        String path = guarded(DAYS);
        for (String days : List.of(
                "\"to\":\"" + TODAY.minusDays(1) + "\"",
                "\"from\":\"" + TODAY.plusDays(1) + "\"",
                "\"text\":\"Otra\",\"to\":\"2026-02-01\"")) {
            change(link(path), "{\"restriction\":{" + days + "}}")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("restriction"))
                    .body(
                            "violations.message",
                            contains("must still apply today, because a restriction is in force; null with"
                                    + " restriction_lift_reason lifts it"));
        }
        change(link(path), SHORTENED).then().statusCode(200);
        assertPortal(path, 404);
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true,\"restriction\":{\"text\":\"x\",\"to\":\"2026-02-01\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("restriction"));
    }

    @Test
    void theLogSaysWhyAndNotWhatTheRestrictionSaid() {
        String path = guarded(DAYS.replace("Orden", "denunciado por ella"));
        for (String reason : List.of("Auto del juzgado", "Otro auto")) {
            change(link(path), LIFT.replace("Auto del juzgado", reason)).then().statusCode(200);
            change(link(path), "{\"restriction\":{\"text\":\"denunciado por ella\"}}")
                    .then()
                    .statusCode(200);
        }
        Response log = Api.as(school, "rector")
                .queryParam("entity_type", "student_guardians")
                .queryParam("action", "update")
                .get("/api/v1/compliance/audit-log");
        assertThat(log.asString()).doesNotContain("denunciado");
        log.then()
                .body("items.changes.restriction", contains("changed", "changed", "changed", "changed"))
                .body(
                        "items.changes.restriction_lift_reason",
                        contains(
                                Arrays.asList("Otro auto", null),
                                Arrays.asList(null, "Otro auto"),
                                Arrays.asList("Auto del juzgado", null),
                                Arrays.asList(null, "Auto del juzgado")));
    }
}
