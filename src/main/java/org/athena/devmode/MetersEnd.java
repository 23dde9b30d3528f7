package org.athena.devmode;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;

/**
 * Takes the service's own meters out of the registry when it ends. Dev mode and tests start it again in the same process, where
 * the registry stays: meters of the same name would go on showing the pool and the caches of the earlier start. The packaged
 * service starts only once in a process, so it does not need this.
 */
@ApplicationScoped
class MetersEnd {

    void remove(@Observes ShutdownEvent event, MeterRegistry registry) {
        List<Meter> own = registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().matches("(athena|cache)\\..*"))
                .toList();
        own.forEach(registry::remove);
    }
}
