package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.athena.testing.Tight;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** An instance takes no more connections than it was given; whoever waits too long for one is told to come back. */
@QuarkusTest
@TestProfile(Tight.class)
@WithTestResource(Installation.class)
class ConnectionPoolTest {

    private static final int SIZE = 1;

    @Inject
    AgroalDataSource pool;

    @Test
    void theVariablesAreThePools() {
        AgroalConnectionPoolConfiguration settings = pool.getConfiguration().connectionPoolConfiguration();
        assertThat(settings.maxSize()).isEqualTo(SIZE);
        assertThat(settings.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.maxLifetime()).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings.validationTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.minSize()).isZero();
    }

    @Test
    void moreRequestsThanConnectionsWaitAndThenComeBack() throws Exception {
        Schools schools = Schools.create();
        assertThat(change(schools.first())).isEqualTo(200);
        assertThat(change(schools.second())).isEqualTo(200);
        ExecutorService clients = Executors.newFixedThreadPool(SIZE);
        List<Future<Integer>> served = new ArrayList<>();
        try {
            try (HeldRow held = HeldRow.by(
                    "select 1 from athena.school_settings where school_id in (?, ?) for update",
                    schools.first().id(),
                    schools.second().id())) {
                served.add(clients.submit(() -> change(schools.first())));
                held.awaitWaiting(SIZE);
                assertThat(Schools.count("pg_stat_activity where application_name = 'athena-api'"
                                + " and usename = 'athena_service'"))
                        .isEqualTo(SIZE);
                assertThat(change(schools.second())).isEqualTo(503);
            }
            for (Future<Integer> one : served) {
                assertThat(one.get()).isEqualTo(200);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static int change(Schools.School school) {
        return Api.as(school, "rector")
                .body("{\"pei_summary\": \"" + UUID.randomUUID() + "\"}")
                .patch("/api/v1/schools/me/settings")
                .statusCode();
    }
}
