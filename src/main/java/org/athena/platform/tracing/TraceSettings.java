package org.athena.platform.tracing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.athena.platform.settings.DerivedSettings;

/**
 * Turns {@code OTEL_EXPORTER_OTLP_ENDPOINT} into Quarkus' settings: with it requests are traced, down to their statements;
 * without it nothing is, and connections are not even wrapped.
 */
public class TraceSettings extends DerivedSettings {

    public TraceSettings() {
        super("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @Override
    protected Map<String, String> of(Optional<String> endpoint) {
        String on = String.valueOf(endpoint.isPresent());
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.otel.sdk.disabled", String.valueOf(endpoint.isEmpty()),
                "quarkus.datasource.jdbc.telemetry.enabled", on,
                "quarkus.datasource.replica.jdbc.telemetry.enabled", on));
        endpoint.ifPresent(address -> settings.put("quarkus.otel.exporter.otlp.endpoint", address));
        return settings;
    }
}
