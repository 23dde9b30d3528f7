package org.athena.platform.identity;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.athena.platform.settings.LiteralValues;
import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/**
 * Turns {@code ATHENA_TRUSTED_PROXIES}, addresses or networks of proxies, into Quarkus' settings. Without it no header speaks for
 * a caller: Quarkus believes every sender once it is told to read {@code X-Forwarded-For} and not told from whom, so the two
 * settings are only ever made together.
 */
public class TrustedProxies implements ConfigSourceFactory {

    private static final String VARIABLE = "ATHENA_TRUSTED_PROXIES";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue proxies = context.getValue(VARIABLE);
        if (proxies == null || proxies.getValue() == null || proxies.getValue().isBlank()) {
            return List.of();
        }
        return List.of(LiteralValues.derived(
                VARIABLE,
                Map.of(
                        "quarkus.http.proxy.proxy-address-forwarding", "true",
                        "quarkus.http.proxy.allow-x-forwarded", "true",
                        "quarkus.http.proxy.trusted-proxies", proxies.getValue())));
    }

    /** After the sources that may hold the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
