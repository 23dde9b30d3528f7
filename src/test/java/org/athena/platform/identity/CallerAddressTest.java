package org.athena.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.http.conn.params.ConnRoutePNames;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;

/** Whose share of the questions to Supabase a caller uses up who names other addresses, but is no proxy that may do so. */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class CallerAddressTest {

    /** What an address may ask in a minute, by default. */
    private static final int SHARE = 120;

    private static final int REFUSED = 10;

    @Inject
    MovableClock clock;

    @AfterEach
    void restore() {
        AuthServer.reset();
        clock.goOn();
    }

    @Test
    void aHeaderThatAnyoneCanSendIsNoWayToAShareOfOnesOwn() throws UnknownHostException {
        clock.stop(Instant.now());
        RestAssuredConfig outside = from("127.0.0.2");
        Map<Integer, Long> answers = IntStream.range(0, SHARE + REFUSED)
                .mapToObj(i -> given().config(outside)
                        .header("X-Forwarded-For", "10.7.0." + i)
                        .header("Authorization", "Bearer " + KeyCases.stranger().of(UUID.randomUUID()))
                        .get("/api/v1/auth/me")
                        .statusCode())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(answers).isEqualTo(Map.of(401, (long) SHARE, 503, (long) REFUSED));
    }

    /** The trusted proxy is at 127.0.0.1; every address of 127.0.0.0/8 is this machine. */
    private static RestAssuredConfig from(String address) throws UnknownHostException {
        return RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .setParam(ConnRoutePNames.LOCAL_ADDRESS, InetAddress.getByName(address)));
    }
}
