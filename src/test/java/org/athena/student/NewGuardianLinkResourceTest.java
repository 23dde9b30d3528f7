package org.athena.student;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Linking somebody again, or to another child: nothing opens by itself. */
@QuarkusTest
class NewGuardianLinkResourceTest extends Guardians {

    @Test
    void whoIsLinkedAgainIsUnderTheRestrictionThatTheLastLinkHad() {
        String restricted = "{\"text\":\"Orden\",\"from\":\"2026-01-01\"}";
        String path = guarded("{" + LINK + ",\"portal_access\":true,\"restriction\":" + restricted + "}");
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true}")
                .then()
                .statusCode(201)
                .body("restriction.text", equalTo("Orden"))
                .body("restriction.from", equalTo("2026-01-01"))
                .body("is_active", equalTo(true));
        assertPortal(path, 404);
        change(link(path), LIFT).then().statusCode(200);
        assertPortal(path, 200);
        // The last link counts, not one before it.
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true}")
                .then()
                .statusCode(201)
                .body("restriction", nullValue());
    }

    /** Lifting is a change of its own, with a reason. */
    @Test
    void aRestrictionIsNotLiftedByMakingANewLink() {
        String path = guarded("{" + LINK + ",\"restriction\":{\"text\":\"Orden\"}}");
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true,\"restriction\":null}")
                .then()
                .statusCode(201)
                .body("restriction.text", equalTo("Orden"));
        assertPortal(path, 404);
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true,\"restriction\":{\"text\":\"Otra\"}}")
                .then()
                .statusCode(201)
                .body("restriction.text", equalTo("Otra"));
        assertPortal(path, 404);
    }

    @Test
    void whoIsLinkedAgainHasNoMoreRightsThanTheRequestNames() {
        String path = guarded("{" + LINK + ",\"portal_access\":true,\"can_pickup\":true,\"has_custody\":true}");
        end(path);
        add(path, "{" + LINK + "}")
                .then()
                .statusCode(201)
                .body("is_active", equalTo(true))
                .body("portal_access", equalTo(false))
                .body("can_pickup", equalTo(false))
                .body("has_custody", equalTo(false));
        assertPortal(path, 404);
    }

    @Test
    void aLinkThatWasSwitchedOffAndEndedIsOffWhenThePersonIsLinkedAgain() {
        String path = guarded("{" + LINK + ",\"portal_access\":true,\"is_active\":false}");
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true}")
                .then()
                .statusCode(201)
                .body("is_active", equalTo(false));
        assertPortal(path, 404);
        end(path);
        add(path, "{" + LINK + ",\"portal_access\":true,\"is_active\":true}")
                .then()
                .statusCode(201);
        assertPortal(path, 200);
    }

    @Test
    void whoIsUnderARestrictionForOneChildIsUnderItForTheNext() {
        String first = guarded("{" + LINK + ",\"portal_access\":true,\"restriction\":{\"text\":\"Orden\"}}");
        Response second = create(student("2", "{" + LINK + ",\"portal_access\":true}"));
        second.then().statusCode(201).body("guardians[0].restriction.text", equalTo("Orden"));
        assertPortal(second.header("Location"), 404);
        String third = create(student("3", "")).header("Location");
        add(third, "{" + LINK + ",\"portal_access\":true}").then().statusCode(201);
        assertPortal(third, 404);
        change(link(third), LIFT).then().statusCode(200);
        assertPortal(third, 200);
        assertPortal(first, 404);
    }

    @Test
    void aRestrictionThatWillBeginIsTakenOverAndOneThatIsOverIsNot() {
        String later = "{\"text\":\"Orden\",\"from\":\"" + TODAY.plusDays(7) + "\"}";
        guarded("{" + LINK + ",\"restriction\":" + later + "}");
        create(student("2", "{" + LINK + "}"))
                .then()
                .statusCode(201)
                .body("guardians[0].restriction.text", equalTo("Orden"));
        Schools.change(
                "update athena.student_guardians set restriction_from = null, restriction_to = ? where school_id = ?",
                TODAY.minusDays(1),
                school.id());
        create(student("3", "{" + LINK + "}")).then().statusCode(201).body("guardians[0].restriction", nullValue());
    }

    @Test
    void whoIsEndedUnderARestrictionIsUnderItForTheNextChildToo() {
        String path = guarded("{" + LINK + ",\"restriction\":{\"text\":\"Orden\"}}");
        end(path);
        Response next = create(student("2", "{" + LINK + ",\"portal_access\":true}"));
        next.then().statusCode(201);
        assertPortal(next.header("Location"), 404);
    }
}
