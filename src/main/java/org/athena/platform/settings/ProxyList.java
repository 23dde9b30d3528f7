package org.athena.platform.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;

/** The proxies in {@code ATHENA_TRUSTED_PROXIES}: addresses, networks and names, separated by commas. */
public final class ProxyList {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private ProxyList() {}

    /** The proxies in the list. */
    public static List<String> of(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    /** The network, when the proxy is given as one. */
    public static Optional<CidrAddress> network(String proxy) {
        try {
            return proxy.contains("/") ? Optional.ofNullable(Inet.parseCidrAddress(proxy)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean is(String text) {
        return of(text).stream().allMatch(ProxyList::isProxy);
    }

    private static boolean isProxy(String text) {
        boolean named = NAME.matcher(text).matches() && !NUMBERS.matcher(text).matches();
        return named || Inet.parseInetAddress(text) != null || network(text).isPresent();
    }
}
