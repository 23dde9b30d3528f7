package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.org", "http://localhost:5173, https://app.example.org", "*", ""})
    void originsPass(String origins) {
        assertThat(new CorsChecks(Optional.of(origins), false).faults()).isEmpty();
    }

    @Test
    void everyPageWithCredentialsIsRefused() {
        assertThat(new CorsChecks(Optional.of("https://app.example.org, *"), true).faults())
                .singleElement()
                .asString()
                .startsWith("ATHENA_CORS_ORIGINS: *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.org", "https://app.example.org/", "https://*.example.org", "/.*/", "null"})
    void whatIsNoOriginIsRefused(String origin) {
        assertThat(new CorsChecks(Optional.of(origin), false).faults())
                .containsExactly(
                        "ATHENA_CORS_ORIGINS: " + origin + " is not an origin such as https://app.example.org");
    }

    @Test
    void whatMayBeMeantIsAWarning() {
        assertThat(new CorsChecks(Optional.of("*"), false).warnings())
                .containsExactly(
                        "ATHENA_CORS_ORIGINS=*: pages of every origin may call the API with a token that they have");
        assertThat(new CorsChecks(Optional.of("https://a.example.org, http://b.example.org:81"), false).warnings())
                .containsExactly(
                        "ATHENA_CORS_ORIGINS: http://b.example.org:81 has no TLS: others may change its pages on the way");
        assertThat(new CorsChecks(Optional.of("http://localhost:5173,http://127.0.0.1"), false).warnings())
                .isEmpty();
    }
}
