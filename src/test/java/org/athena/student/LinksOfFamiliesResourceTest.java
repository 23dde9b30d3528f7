package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a link means for the person's other links and for the student's other guardians, and how an ended one comes back. */
@QuarkusTest
class LinksOfFamiliesResourceTest extends Guardians {

    private static final String RESTRICTED = "{\"restriction\":{\"text\":\"Orden del juzgado\"}}";
    private static final String FATHER =
            "\"document_type\":\"CC\",\"document_number\":\"53\",\"full_name\":\"Luis Ruiz\","
                    + "\"relationship\":\"padre\"";

    private Response read(String path) {
        return Api.as(school, "secretary").get(path);
    }

    @Test
    void aRestrictionNamesTheOtherLinksOfThePerson() {
        Response one = create(student("1", "{" + LINK + "}"));
        one.then().body("guardians[0].other_links", empty());
        Response two = create(student("2", "{" + LINK + "}"));
        two.then()
                .body("guardians[0].other_links.student_id", contains((String) one.path("id")))
                .body("guardians[0].other_links.restricted", contains(false));
        change(link(one.header("Location")), RESTRICTED)
                .then()
                .statusCode(200)
                .body("other_links.student_id", contains((String) two.path("id")))
                .body("other_links.link_id", contains((String) two.path("guardians[0].id")))
                .body("other_links.full_name", contains("Ana Ruiz"))
                .body("other_links.restricted", contains(false));
        change(link(two.header("Location")), "{\"relationship\":\"tía\"}")
                .then()
                .body("other_links", nullValue());
        change(link(two.header("Location")), RESTRICTED).then().body("other_links.restricted", contains(true));
        change(link(one.header("Location")), LIFT).then().body("other_links.restricted", contains(true));
        read(link(two.header("Location"))).then().body("restriction.text", equalTo("Orden del juzgado"));
    }

    @Test
    void aGuardianIsShownWithTheirChildrenAsTheyAre() {
        Response one = create(student("1", "{" + LINK + "}"));
        String person = person(one.header("Location"));
        String before = read(person).header("ETag");
        Response two = create(student("2", "{" + LINK + "}"));
        read(person)
                .then()
                .body("children.student_id", contains((String) one.path("id"), two.path("id")))
                .body("children.link_id", contains((String) one.path("guardians[0].id"), two.path("guardians[0].id")))
                .body("children.full_name", contains("Ana Ruiz", "Ana Ruiz"))
                .body("children.restricted", contains(false, false));
        assertThat(read(person).header("ETag")).isNotEqualTo(before);
        for (Runnable change : new Runnable[] {
            () -> change(one.header("Location"), "{\"first_name\":\"Eva\"}"),
            () -> change(link(one.header("Location")), RESTRICTED),
            () -> end(two.header("Location"))
        }) {
            String tag = read(person).header("ETag");
            change.run();
            assertThat(read(person).header("ETag")).isNotEqualTo(tag);
        }
        read(person)
                .then()
                .body("children.full_name", contains("Eva Ruiz"))
                .body("children.restricted", contains(true));
        Api.as(school, "acudiente").get(person).then().statusCode(403);
    }

    @Test
    void theMarkOfThePrimaryGuardianMovesAndTheNextPriorityIsGiven() {
        Response created = create(student("1", "{" + LINK + ",\"is_primary\":true}"));
        String path = created.header("Location");
        String first = created.path("guardians[0].id");
        Response second = add(path, "{" + FATHER + ",\"is_primary\":true}");
        second.then().statusCode(201).body("priority", equalTo(2)).body("primary_before", equalTo(first));
        read(path + "/guardians/" + first)
                .then()
                .header("ETag", "\"1\"")
                .body("is_primary", equalTo(false))
                .body("primary_before", nullValue());
        change(path + "/guardians/" + first, "{\"is_primary\":true}")
                .then()
                .statusCode(200)
                .body("primary_before", equalTo(second.path("id")));
        read(path).then().body("guardians.is_primary", contains(true, false));
        change(path + "/guardians/" + first, "{\"is_primary\":true}").then().body("primary_before", nullValue());
    }

    @Test
    void aStudentIsNotAddedWithTwoPrimaryGuardians() {
        create(student("1", "{" + LINK + ",\"is_primary\":true},{" + FATHER + ",\"is_primary\":true}"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[1].is_primary"));
        create(student("1", "{" + LINK + "},{" + FATHER + "}")).then().body("guardians.priority", contains(1, 2));
    }

    @Test
    void anEndedLinkIsListedAndComesBackAsItWas() {
        String path = create(student("1", "{" + LINK + ",\"can_pickup\":true,\"is_primary\":true}"))
                .header("Location");
        String link = link(path);
        change(link, RESTRICTED);
        read(path + "/guardians?ended=true").then().body("items", empty());
        end(path);
        read(path + "/guardians").then().body("items", empty());
        read(path + "/guardians?ended=true")
                .then()
                .statusCode(200)
                .body("items.full_name", contains("Marta Ñúñez"))
                .body("items[0].ended_at", notNullValue())
                .body("items[0].ended_by", equalTo(school.person("secretary").toString()))
                .body("items[0].ended_by_name", notNullValue());
        add(path, "{" + FATHER + ",\"is_primary\":true}").then().statusCode(201);
        for (int time = 0; time < 2; time++) {
            Api.as(school, "secretary")
                    .post(link + "/restoration")
                    .then()
                    .statusCode(200)
                    .body("can_pickup", equalTo(true))
                    .body("is_primary", equalTo(false))
                    .body("restriction.text", equalTo("Orden del juzgado"))
                    .body("ended_at", nullValue());
        }
        read(link).then().statusCode(200);
    }

    /** Otherwise an older link, from before the order, would bring back the access that the order took away. */
    @Test
    void onlyTheLastLinkOfThePersonIsRestored() {
        String path =
                create(student("1", "{" + LINK + ",\"portal_access\":true}")).header("Location");
        String older = link(path);
        end(path);
        add(path, "{" + LINK + ",\"restriction\":{\"text\":\"Orden\"}}").then().statusCode(201);
        String last = link(path);
        end(path);
        Api.as(school, "secretary")
                .post(older + "/restoration")
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.link_replaced"))
                .body("link_id", equalTo(last.substring(last.lastIndexOf('/') + 1)));
        Api.as(school, "secretary")
                .post(last + "/restoration")
                .then()
                .statusCode(200)
                .body("restriction.text", equalTo("Orden"));
    }

    @Test
    void anEndedLinkStaysEndedWhenThePersonWasLinkedAgain() {
        String path = create(student("1", "{" + LINK + "}")).header("Location");
        String link = link(path);
        end(path);
        Response again = add(path, "{" + LINK + "}");
        Api.as(school, "secretary")
                .post(link + "/restoration")
                .then()
                .statusCode(409)
                .body("reason", equalTo("guardian.already_linked"))
                .body("link_id", equalTo(again.path("id")));
        Api.as(school, "teacher").post(link + "/restoration").then().statusCode(403);
    }
}
