package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Headers that are not of the form that they must have, on every route: the fault is the caller's and never ours. */
@QuarkusTest
@WithTestResource(Installation.class)
class RequestHeadersResourceTest {

    private static final List<String> NO_MEDIA_TYPES = List.of(
            "application/json, text/plain",
            "application/json\r\nContent-Type: application/json",
            "a/b/c;;;",
            "text",
            ";",
            "/",
            "application/",
            "/json",
            "application json",
            "application/json; charset",
            "application/json; =utf-8",
            "application/json; charset=\"utf-8",
            "application/json charset=utf-8",
            "*/*",
            "application/*",
            ",",
            "\"\"");

    private static final List<String> ODD = List.of("text", ";", ",", "a;q=x", "en_US-", "\"", "-", "--");

    private Schools schools;
    private Rows rows;

    /** A school for each route, because what one person may ask for in a minute is limited. */
    private void aSchoolWithRows() {
        schools = Schools.create();
        rows = Rows.in(schools.first());
    }

    @Test
    void whatIsNoMediaTypeIsNotAccepted() {
        each(route -> {
            for (String type : NO_MEDIA_TYPES) {
                RawHttp answer = send(route, "Content-Type: " + type);
                assertThat(answer.status()).as(type + answer.body()).isEqualTo(415);
                assertThat(answer.json().getString("code")).isEqualTo("request.media_type");
            }
        });
    }

    /** The body is read as UTF-8, whatever is said of it. */
    @Test
    void aBodyInAnotherCharacterSetIsNotAccepted() {
        each(route -> {
            if (route.takesJson()) {
                for (String charset : List.of("latin1", "utf-7", "xx-none", "\"iso-8859-1\"")) {
                    RawHttp answer = send(route, "Content-Type: application/json; charset=" + charset);
                    assertThat(answer.status()).as(charset + answer.body()).isEqualTo(415);
                }
            }
        });
    }

    /** A JSON patch (RFC 6902) merged as an object would change what it does not name. */
    @Test
    void aBodyInAnotherFormOfJsonIsNotAccepted() {
        each(route -> {
            if (route.takesJson()) {
                for (String type : List.of("application/json-patch+json", "application/ld+json", "text/json")) {
                    RawHttp answer = send(route, "Content-Type: " + type);
                    assertThat(answer.status()).as(type + answer.body()).isEqualTo(415);
                }
                RawHttp merged = send(route, "Content-Type: application/merge-patch+json");
                assertThat(merged.status() != 415)
                        .as(merged.body())
                        .isEqualTo(route.method().equals("PATCH"));
            }
        });
    }

    @Test
    void aMediaTypeMayHaveParameters() {
        each(route -> {
            if (route.takesJson()) {
                for (String parameters : List.of(";", "; charset=utf-8", ";charset=\"utf-8\"; v=1;", ";a=\"b c\"")) {
                    RawHttp answer = send(route, "Content-Type: application/json" + parameters);
                    assertThat(answer.status()).as(parameters + answer.body()).isNotIn(415, 500);
                }
            }
        });
    }

    /** A preference that cannot be read is none (RFC 9110, section 12.5.4), or one that is not met (section 12.5.1). */
    @Test
    void aPreferenceThatCannotBeReadIsNoFaultOfOurs() {
        each(route -> {
            for (String preference : List.of("Accept", "Accept-Language")) {
                for (String value : ODD) {
                    RawHttp answer = send(route, preference + ": " + value);
                    assertThat(answer.status()).as(preference + " " + value).isLessThan(500);
                }
            }
        });
    }

    private interface Check {
        void of(Route route) throws IOException;
    }

    private void each(Check check) {
        SoftAssertions all = new SoftAssertions();
        for (Route route : Route.all()) {
            aSchoolWithRows();
            all.assertThatCode(() -> check.of(route)).as(route.id()).doesNotThrowAnyException();
        }
        all.assertAll();
    }

    /** As somebody who may, with a body that is complete for none but a PATCH: it is read and validated. */
    private RawHttp send(Route route, String header) throws IOException {
        String token = route.platformOnly()
                ? AuthServer.hs256().of(schools.superadmin(), claims -> claims.put("aal", "aal2"))
                : AuthServer.hs256().of(schools.first().person("rector"));
        String type =
                header.startsWith("Content-Type") || !route.takesJson() ? "" : "Content-Type: application/json\r\n";
        return RawHttp.send(route.method() + " " + rows.fill(route)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nX-School-Id: " + schools.first().id() + "\r\n" + type + header
                + "\r\nContent-Length: 2\r\n\r\n{}");
    }
}
