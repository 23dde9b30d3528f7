package org.athena.platform.tracing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.athena.platform.settings.DerivedSettings;

/**
 * Makes Quarkus' settings for traces from {@code OTEL_EXPORTER_OTLP_ENDPOINT}. With the variable, requests and their statements
 * are traced. Without it nothing is traced, and connections are not wrapped.
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
