package org.athena.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search finds what it is there to find. */
class LeaksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=a word!",
                "jdbc:postgresql://athena_service:a%20word%21@127.0.0.1/postgres",
                "Key (document_number)=(1020304050) already exists",
                "GET /api/v1/students?q=palabrasecreta",
                "the user rector.1b2c@example.org",
                "hello, Ana rector",
                "Centinelaquina",
                "JWT_SECRET=a-secret-for-tests-1234"
            })
    void oneIsFound(String line) {
        assertThat(Leaks.in(List.of("INFO a line", "INFO " + line)))
                .singleElement()
                .asString()
                .endsWith(line);
    }

    @Test
    void aTokenIsFound() {
        byte[] secret = new byte[32];
        Tokens tokens = new Tokens("https://a.test/auth/v1", "HS256", null, new SecretKeySpec(secret, "HmacSHA256"));
        assertThat(Leaks.in(List.of("refused " + tokens.of(UUID.randomUUID())))).hasSize(1);
    }

    @Test
    void anAccessLineIsNoLeak() {
        assertThat(Leaks.in(List.of("INFO [org.athena.access] {user_id=" + UUID.randomUUID()
                        + "} GET /api/v1/students/{id} 200 12 ms")))
                .isEmpty();
    }
}
