package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The tag of a row and the conditions that name it (RFC 9110, sections 8.8.3 and 13.1), on every route whose rows have one. */
@QuarkusTest
@WithTestResource(Installation.class)
class ConditionalRequestsResourceTest {

    private Schools schools;
    private Rows rows;

    @BeforeEach
    void oneSchool() {
        schools = Schools.create();
        rows = Rows.in(schools.first());
    }

    @Test
    void anUnchangedRowIsAnsweredWithItsTagAndTheHeadersOfTheRow() {
        List<String> tagged = new ArrayList<>();
        for (Route route : Route.all()) {
            if (route.method().equals("GET") && !route.id().equals("getStudentPiar")) {
                Response row = as(route).get(rows.fill(route));
                if (row.header("ETag") != null) {
                    tagged.add(route.id());
                    assertUnchanged(route, row);
                }
            }
        }
        assertThat(tagged)
                .contains(
                        "getSchool", "getUser", "getMembership", "getYear", "getPeriod", "getStudent", "getOwnSchool");
    }

    private void assertUnchanged(Route route, Response row) {
        Response same = as(route).header("If-None-Match", row.header("ETag")).get(rows.fill(route));
        String others = route.id().equals("getGuardian") ? "-[0-9a-f]{16}" : "";
        assertThat(row.header("ETag")).as(route.id()).matches("\"[0-9]+" + others + "\"");
        assertThat(same.statusCode()).as(route.id()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        for (String header : List.of("ETag", "Vary", "Cache-Control", "X-School-Id")) {
            assertThat(same.header(header)).as(route.id() + " " + header).isEqualTo(row.header(header));
        }
        assertThat(same.header("X-Request-Id")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"0\"", "W/\"0\"", "*", "\"7\", \"0\"", "\"7\",W/\"0\"", " , \"7\" ,, \"0\" ,", "\"a,b\", \"0\""
            })
    void aRowWhoseVersionIsNamedIsNotSentAgain(String known) {
        Response same = secretary().header("If-None-Match", known).get(student());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"00\"", "\"7\", W/\"8\"", "\"a,0,b\"", "\"\""})
    void aRowAtAnotherVersionIsSent(String known) {
        Response row = secretary().header("If-None-Match", known).get(student());
        assertThat(row.statusCode()).isEqualTo(200);
        assertThat(row.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void aConditionMayStandInSeveralLines() {
        Response same = secretary().header("If-None-Match", "\"7\"", "\"0\"").get(student());
        assertThat(same.statusCode()).isEqualTo(304);
        Response changed = change(secretary().header("If-Match", "\"7\"", "\"0\""));
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    /** A proxy that compresses makes our tag a weak one; the version behind it is the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"0\"", "W/\"0\"", "*", "\"7\", \"0\"", "\"7\",W/\"0\"", ",\"7\" ,, \"0\"", "\"a,b\", \"0\""})
    void aChangeOfTheVersionThatIsNamedIsMade(String named) {
        Response changed = change(secretary().header("If-Match", named));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"7\", W/\"8\"", "\"00\"", "\"a,0,b\"", "\"\""})
    void aChangeOfAnotherVersionIsRefused(String named) {
        Response changed = change(secretary().header("If-Match", named));
        assertThat(changed.statusCode()).isEqualTo(412);
        assertThat(changed.<String>path("code")).isEqualTo("resource.stale");
        assertThat(secretary().get(student()).header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "W/0", "w/\"0\"", "\"0", "0\"", "\"0\" \"1\"", "\"0\";", "*, \"0\"", "\"0\", *", ","})
    void aConditionThatNamesNoTagIsRefused(String named) {
        for (Response refused : List.of(
                change(secretary().header("If-Match", named)),
                secretary().header("If-Match", named).delete(student()),
                secretary().header("If-None-Match", named).get(student()))) {
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        }
        Response refused = change(secretary().header("If-Match", named));
        assertThat(refused.<String>path("code")).isEqualTo("request.invalid");
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("If-Match");
        assertThat(refused.<List<String>>path("violations.in")).containsExactly("header");
        assertThat(refused.<String>path("violations[0].message"))
                .isEqualTo("must be * or tags as an ETag has them, such as \"3\", separated by commas");
        assertThat(secretary().get(student()).header("ETag")).isEqualTo("\"0\"");
    }

    private String student() {
        return "/api/v1/students/" + rows.student();
    }

    private Response change(RequestSpecification request) {
        return request.body("{\"middle_name\":\"Inés\"}").patch(student());
    }

    private RequestSpecification secretary() {
        return Api.as(rows.school(), "secretary");
    }

    private RequestSpecification as(Route route) {
        return route.platformOnly() ? Api.asSuperadmin(schools, null) : Api.as(rows.school(), "rector");
    }
}
