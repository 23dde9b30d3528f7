package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

/**
 * Two schools and every operation that the service describes: what has to hold by the scoping of queries alone, and by row
 * level security alone. An operation that is added is tested from then on.
 */
abstract class TwoSchools extends EveryRoute {

    @Test
    void theOwnSchoolSucceedsAndReadsNothingOfTheOther() {
        each(route -> true, this::succeedAlone);
    }

    private void succeedAlone(Route route) {
        String before = other.snapshot();
        Response answer = sendOwn(route, body(route));
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        if (!route.platformOnly()) {
            other.secrets().forEach(id -> assertThat(answer.asString()).doesNotContain(id.toString()));
        }
        assertThat(other.snapshot()).isEqualTo(before);
    }

    @Test
    void anotherSchoolsIdInThePathIsLikeOneThatNeverWas() {
        each(route -> route.namesRows() && !route.platformOnly(), this::refusePath);
    }

    private void refusePath(Route route) {
        String before = other.snapshot();
        Response foreign = send(route, owner(route), other.fill(route), body(route));
        Response never = send(route, owner(route), other.absent().fill(route), body(route));
        assertThat(foreign.statusCode()).as(foreign.asString()).isEqualTo(404);
        assertThat(problem(foreign)).isEqualTo(problem(never));
        assertThat(other.snapshot()).isEqualTo(before);
    }

    @Test
    void anotherSchoolsIdInTheBodyIsLikeOneThatNeverWas() {
        each(Route::takesJson, this::refuseIds);
    }

    private void refuseIds(Route route) {
        String before = other.snapshot();
        for (RequestField field : RequestField.of(route)) {
            if (field.type() == UUID.class) {
                Response never = sendOwn(route, RequestBody.with(route, field, quoted(UUID.randomUUID())));
                assertThat(never.statusCode()).as(field + never.asString()).isBetween(400, 499);
                for (UUID id : other.secrets()) {
                    Response foreign = sendOwn(route, RequestBody.with(route, field, quoted(id)));
                    assertThat(problem(foreign)).as(field.path()).isEqualTo(problem(never));
                }
            }
        }
        assertThat(other.snapshot()).isEqualTo(before);
    }

    private static String quoted(UUID id) {
        return '"' + id.toString() + '"';
    }
}
