package org.athena.platform.tracing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.athena.platform.settings.LiteralValues;
import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/**
 * Turns {@code OTEL_EXPORTER_OTLP_ENDPOINT} into Quarkus' settings: with it requests are traced, down to their statements;
 * without it nothing is, and connections are not even wrapped.
 */
public class TraceSettings implements ConfigSourceFactory {

    private static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue(VARIABLE);
        boolean on = endpoint != null
                && endpoint.getValue() != null
                && !endpoint.getValue().isBlank();
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.otel.sdk.disabled", String.valueOf(!on),
                "quarkus.datasource.jdbc.telemetry.enabled", String.valueOf(on),
                "quarkus.datasource.replica.jdbc.telemetry.enabled", String.valueOf(on)));
        if (on) {
            settings.put("quarkus.otel.exporter.otlp.endpoint", endpoint.getValue());
        }
        return List.of(LiteralValues.derived(VARIABLE, settings));
    }

    /** After the sources that may hold the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
