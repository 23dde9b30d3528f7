package org.athena.platform.operations;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;

/**
 * Whose {@code X-Forwarded-For} is believed. A network that covers the internet would let every caller choose the address that limits
 * count by.
 *
 * @param proxies {@code ATHENA_TRUSTED_PROXIES}, separated by commas
 */
record ProxyChecks(Optional<String> proxies) {

    /** The largest networks that one organisation has for itself: 10.0.0.0/8 (RFC 1918), fc00::/7 (RFC 4193). */
    private static final int LEAST_BITS = 8;

    private static final int LEAST_BITS_6 = 7;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final String NOT_ONE =
            "ATHENA_TRUSTED_PROXIES must list addresses, networks or names of proxies, such as 10.0.0.0/8, separated by commas";

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String proxy : proxies.orElse("").split(",")) {
            check(proxy.strip()).filter(fault -> !faults.contains(fault)).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<String> check(String proxy) {
        if (proxy.isEmpty()) {
            return Optional.empty();
        }
        if (!proxy.contains("/")) {
            boolean known =
                    Inet.parseInetAddress(proxy) != null || HOST.matcher(proxy).matches() && !proxy.matches("[0-9.]+");
            return known ? Optional.empty() : Optional.of(NOT_ONE);
        }
        return network(proxy)
                .map(network -> covered(network)
                        ? Optional.of("ATHENA_TRUSTED_PROXIES: " + proxy
                                + " would believe every caller; name the proxies or their network")
                        : Optional.<String>empty())
                .orElse(Optional.of(NOT_ONE));
    }

    private static boolean covered(CidrAddress network) {
        int least = network.getNetworkAddress() instanceof Inet4Address ? LEAST_BITS : LEAST_BITS_6;
        return network.getNetmaskBits() < least;
    }

    private static Optional<CidrAddress> network(String text) {
        try {
            return Optional.ofNullable(Inet.parseCidrAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
