package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.athena.testing.CountingProxy;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a page of any list costs in turns between the service and the database. */
@QuarkusTest
class ListRoundTripsTest extends EveryRoute {

    private static final int AT_MOST = 5;
    private static final int WARM_UP = 8;
    private static final int MEASURED = 3;

    @Test
    void aListTakesAtMostFiveTurns() {
        each(Route::lists, route -> {
            assertThat(turns(route, 200)).isBetween(2, AT_MOST);
            assertThat(turns(route, 1)).as("a full page").isBetween(2, AT_MOST);
        });
    }

    /** The least of some: the pool looks after idle connections meanwhile, in turns that no request made. */
    private int turns(Route route, int rows) {
        IntStream.range(0, WARM_UP).forEach(i -> once(route, rows));
        return IntStream.range(0, MEASURED).map(i -> once(route, rows)).min().orElseThrow();
    }

    private int once(Route route, int rows) {
        int before = CountingProxy.turns();
        Response answer = send(route, ownCaller(route).queryParam("page_size", rows), ownPath(route), "");
        int turns = CountingProxy.turns() - before;
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return turns;
    }
}
