package org.athena.platform.identity;

import java.util.Map;
import java.util.Optional;

import org.athena.platform.settings.DerivedSettings;

/**
 * Turns {@code ATHENA_TRUSTED_PROXIES}, addresses or networks of proxies, into Quarkus' settings. Without it no header speaks for
 * a caller: Quarkus believes every sender once it is told to read {@code X-Forwarded-For} and not told from whom, so the two
 * settings are only ever made together.
 */
public class TrustedProxies extends DerivedSettings {

    public TrustedProxies() {
        super("ATHENA_TRUSTED_PROXIES");
    }

    @Override
    protected Map<String, String> of(Optional<String> proxies) {
        return proxies.map(TrustedProxies::believed).orElse(Map.of());
    }

    private static Map<String, String> believed(String proxies) {
        return Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.allow-x-forwarded", "true",
                "quarkus.http.proxy.trusted-proxies", proxies);
    }
}
