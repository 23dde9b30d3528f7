package org.athena.platform.identity;

import java.util.Map;
import java.util.Optional;

import org.athena.platform.settings.DerivedSettings;

/**
 * Turns {@code ATHENA_TRUSTED_PROXIES}, addresses or networks of proxies, into Quarkus' settings. Without the variable no
 * forwarding header is read. Quarkus would trust every sender if it read {@code X-Forwarded-For} without a list of proxies, so
 * both settings are always made together.
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
