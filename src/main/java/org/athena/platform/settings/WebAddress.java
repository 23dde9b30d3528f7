package org.athena.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of what is spoken to by HTTP. */
public final class WebAddress {

    private static final int MOST_PORT = 65_535;

    private WebAddress() {}

    /** The address, when it is one: with a host, and without user and password, which would be sent and logged. */
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

    /** Whether what is sent there is encrypted, or crosses no network. */
    public static boolean isSafe(URI address) {
        return address.getScheme().equalsIgnoreCase("https") || Loopback.is(address.getHost());
    }

    static boolean is(String text) {
        return read(text).isPresent();
    }

    /** Whether it is scheme, host and port; a slash at its end makes no difference. */
    static boolean isBare(String text) {
        return read(text)
                .filter(address ->
                        address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
                .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
                .isPresent();
    }
}
