package org.athena.platform.start;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;

import org.athena.platform.settings.ProxyList;

import io.smallrye.common.net.CidrAddress;

/**
 * Checks whose {@code X-Forwarded-For} is trusted. With a network that covers the internet, every caller could choose the address
 * by which limits count.
 *
 * @param proxies {@code ATHENA_TRUSTED_PROXIES}
 */
record ProxyChecks(Optional<String> proxies) {

    /** The prefix length of the largest private networks: 10.0.0.0/8 (RFC 1918) and fc00::/7 (RFC 4193). */
    private static final int LEAST_BITS = 8;

    private static final int LEAST_BITS_6 = 7;

    List<String> faults() {
        return ProxyList.of(proxies.orElse("")).stream()
                .filter(proxy ->
                        ProxyList.network(proxy).filter(ProxyChecks::isTooLarge).isPresent())
                .map(proxy -> "ATHENA_TRUSTED_PROXIES: " + proxy
                        + " would trust every caller; list the proxies or their network")
                .toList();
    }

    private static boolean isTooLarge(CidrAddress network) {
        int least = network.getNetworkAddress() instanceof Inet4Address ? LEAST_BITS : LEAST_BITS_6;
        return network.getNetmaskBits() < least;
    }
}
