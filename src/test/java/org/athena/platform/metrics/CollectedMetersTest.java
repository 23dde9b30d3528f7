package org.athena.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Metrics;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Meters hold what they show by weak references, unless they are told otherwise: they go on after a collection. */
@QuarkusTest
@WithTestResource(Installation.class)
class CollectedMetersTest {

    @Test
    void gaugesAndCountersOutliveACollection() {
        Schools.School school = Schools.create().first();
        Api.as(school, "rector").get("/api/v1/students").then().statusCode(200);
        collect();
        double acquired = Metrics.sum("athena_database_pool_acquired_total");
        Api.as(school, "rector").get("/api/v1/students").then().statusCode(200);
        assertThat(Metrics.sum("athena_database_pool_acquired_total")).isGreaterThan(acquired);
        assertThat(Metrics.sum("athena_auth_breaker_state")).isEqualTo(1);
        assertThat(Metrics.sum("cache_size", "cache=\"good_tokens\"")).isPositive();
        assertThat(Metrics.sum("athena_database_pool_size")).isPositive();
        assertThat(Metrics.lines().stream().filter(line -> line.startsWith("a")))
                .allMatch(line -> !line.endsWith("NaN")
                        || line.startsWith("athena_auth_keys_age")
                        || line.startsWith("athena_database_replica_lag"));
    }

    /** What nobody holds is gone afterwards. */
    private static void collect() {
        WeakReference<Object> unheld = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return unheld.get() == null;
        });
    }
}
