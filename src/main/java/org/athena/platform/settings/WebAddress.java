package org.athena.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Checks HTTP addresses. */
public final class WebAddress {

    private static final int MOST_PORT = 65_535;

    private WebAddress() {}

    /** The address, if it is valid: it needs a host, and must not have user and password, which would be sent and logged. */
    public static Optional<URI> read(String text) {
        try {
            URI address = new URI(text).parseServerAuthority();
            boolean web = String.valueOf(address.getScheme()).matches("(?i)https?");
            boolean usable = web && address.getHost() != null && address.getRawUserInfo() == null;
            return usable && address.getPort() <= MOST_PORT && address.getPort() != 0
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether requests to the address are encrypted, or do not cross a network. */
    public static boolean isSafe(URI address) {
        return address.getScheme().equalsIgnoreCase("https") || Loopback.is(address.getHost());
    }

    static boolean is(String text) {
        return read(text).isPresent();
    }

    /** Whether the address is a safe one to which a path and a query can be added. */
    static boolean isPage(String text) {
        return read(text)
                .filter(WebAddress::isSafe)
                .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
                .isPresent();
    }

    /** Whether the address has a scheme, a host and optionally a port only; a slash at its end is allowed. */
    static boolean isBare(String text) {
        return read(text)
                .filter(address ->
                        address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
                .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
                .isPresent();
    }
}
