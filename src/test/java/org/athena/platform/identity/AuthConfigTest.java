package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class AuthConfigTest {

    @Test
    void hmacIsAcceptedWhereThereIsASecret() {
        assertThat(config(Map.of()).acceptedAlgorithms()).containsExactlyInAnyOrder("ES256", "RS256");
        assertThat(config(Map.of("jwt-secret", "x")).acceptedAlgorithms())
                .containsExactlyInAnyOrder("ES256", "RS256", "HS256");
        assertThat(config(Map.of("jwt-secret", "", "algorithms", "")).acceptedAlgorithms())
                .containsExactlyInAnyOrder("ES256", "RS256");
    }

    @Test
    void theListOfAlgorithmsMayBeWrittenWithSpaces() {
        assertThat(config(Map.of("algorithms", " ES256, EdDSA ")).acceptedAlgorithms())
                .containsExactlyInAnyOrder("ES256", "EdDSA");
    }

    @Test
    void theIssuerFollowsFromTheProject() {
        assertThat(config(Map.of("supabase-url", "https://x.example/")).expectedIssuer())
                .isEqualTo("https://x.example/auth/v1");
        assertThat(config(Map.of("supabase-url", "https://x.example", "issuer", "https://id.example"))
                        .expectedIssuer())
                .isEqualTo("https://id.example");
    }

    static AuthConfig config(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("athena.auth." + name, value));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthConfig.class)
                .build()
                .getConfigMapping(AuthConfig.class);
    }
}
