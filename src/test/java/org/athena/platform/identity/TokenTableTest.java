package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** Every refused token is one change to a token, or to the world, that the same test saw accepted. */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class TokenTableTest {

    private static final Path DOCUMENT = Path.of("docs/tokens.md");
    private static final String TABLE = "| case |";

    @Inject
    PublishedKeys keys;

    @Inject
    MovableClock clock;

    @Inject
    CircuitBreakerMaintenance breakers;

    private List<TokenCase> cases;
    private Instant start;
    private int checked;

    @BeforeEach
    void collect() {
        Schools schools = Schools.create();
        UUID user = schools.first().person("teacher");
        // Later than every token of this run is issued, however long it takes.
        start = Instant.now().plus(Duration.ofMinutes(10));
        cases = new ArrayList<>(ShapeCases.of(user));
        cases.addAll(ClaimCases.of(user));
        cases.addAll(KeyCases.of(user));
        cases.addAll(new RotationCases(user, keys, clock).all());
        cases.addAll(new SupabaseCases(schools.first(), schools.second()).all());
    }

    @AfterEach
    void restore() {
        asAtTheStart();
        clock.goOn();
        keys.refresh();
    }

    @TestFactory
    Stream<DynamicTest> theTokenTable() {
        return cases.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    @Test
    void theDocumentHasTheSameRows() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| "))
                .dropWhile(line -> !line.startsWith(TABLE))
                .filter(line -> !line.startsWith(TABLE))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(cases.stream().map(TokenCase::row).toList());
    }

    private void check(TokenCase row) {
        asAtTheStart();
        TestCaller caller = TestCaller.somebody();
        AuthServer.userAnswer = row.first();
        assertThat(caller.send(row.accepted()).statusCode())
                .as("before " + row.name())
                .isEqualTo(200);
        AuthServer.userAnswer = TokenCase.DOWN;

        row.change().accept(caller);
        int before = AuthServer.USER_CALLS.get();
        Response response = row.sent().apply(caller);

        assertThat(response.statusCode()).as(row.name()).isEqualTo(row.status());
        assertThat(AuthServer.USER_CALLS.get() - before)
                .as("calls for " + row.name())
                .isEqualTo(row.calls());
        assertThat(response.header("WWW-Authenticate")).isEqualTo(row.challenge());
        assertThat(response.header("Retry-After")).isEqualTo(row.status() == 503 ? "5" : null);
        if (row.status() != 200) {
            assertThat(response.contentType()).isEqualTo("application/problem+json");
            assertThat(response.jsonPath().getString("code")).isEqualTo(row.code());
        }
    }

    private void asAtTheStart() {
        AuthServer.reset();
        breakers.resetAll();
        // In another minute than the case before: its budget is used up by nobody.
        clock.stop(start.plus(Duration.ofMinutes(++checked % 2)));
        keys.refresh();
    }
}
