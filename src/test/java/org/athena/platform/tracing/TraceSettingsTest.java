package org.athena.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What the address of a collector switches, for both databases. */
class TraceSettingsTest {

    @ParameterizedTest
    @CsvSource({"'', false", "http://127.0.0.1:4317, true"})
    void withoutACollectorNothingIsTraced(String endpoint, String on) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new TraceSettings())
                .withSources(new PropertiesConfigSource(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), "test", 300))
                .build();
        assertThat(config.getRawValue("quarkus.datasource.jdbc.telemetry.enabled"))
                .isEqualTo(on);
        assertThat(config.getRawValue("quarkus.datasource.replica.jdbc.telemetry.enabled"))
                .isEqualTo(on);
        assertThat(config.getRawValue("quarkus.otel.sdk.disabled"))
                .isEqualTo(String.valueOf(!Boolean.parseBoolean(on)));
    }
}
