package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.HeldRow;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** An instance takes no more connections than it was given; whoever waits too long for one is told to come back. */
@QuarkusTest
@TestProfile(ConnectionPoolTest.Small.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class ConnectionPoolTest {

    private static final int SIZE = 2;

    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ATHENA_DATABASE_POOL_SIZE", String.valueOf(SIZE),
                    "ATHENA_DATABASE_ACQUISITION_TIMEOUT", "3S",
                    "ATHENA_DATABASE_CONNECTION_LIFETIME", "7M");
        }
    }

    @Inject
    AgroalDataSource pool;

    @Test
    void theVariablesAreThePools() {
        AgroalConnectionPoolConfiguration settings = pool.getConfiguration().connectionPoolConfiguration();
        assertThat(settings.maxSize()).isEqualTo(SIZE);
        assertThat(settings.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(3));
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
                served.add(clients.submit(() -> change(schools.second())));
                held.awaitWaiting(SIZE);
                assertThat(Schools.count("pg_stat_activity where application_name = 'athena-api'"
                                + " and usename = 'athena_service'"))
                        .isEqualTo(SIZE);
                assertThat(change(schools.first())).isEqualTo(503);
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
