package org.athena.platform.edge.connection;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks to which host a request of HTTP/1 goes: it must have exactly one {@code Host} header, which the target must not
 * contradict (RFC 9112, section 3.2). With two hosts, two proxies could choose different ones, and one of them could store the
 * answer for one school under the address of another.
 *
 * @param method the method as the client wrote it
 * @param target the second word of the request line
 * @param hosts the values of all {@code Host} headers
 * @param hostNeeded whether the version requires {@code Host}; HTTP/1.0 does not
 */
public record Addressee(String method, String target, List<String> hosts, boolean hostNeeded) {

    /**
     * A name, an IPv4 or an IPv6 address, and optionally a port; stricter than RFC 3986, which also allows commas and percent
     * signs.
     */
    private static final Pattern HOST = Pattern.compile(
            "((?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?)|\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*])(?::([0-9]{0,5}))?");

    private static final Pattern ABSOLUTE =
            Pattern.compile("(https?)://([^/?#]*)(?:[/?].*)?", Pattern.CASE_INSENSITIVE);

    private static final int MAX_PORT = 65_535;

    /** @return what is wrong, in words for the sender; null when nothing is */
    public String fault() {
        if (hosts.size() > 1 || hosts.isEmpty() && hostNeeded) {
            return "Send exactly one Host header.";
        }
        if (!hosts.isEmpty() && !valid(hosts.get(0))) {
            return "The Host header is not a host name or address, with a port or without.";
        }
        if (method.equals("CONNECT")) {
            return "This service is not a proxy.";
        }
        return target.startsWith("/") || target.equals("*") ? null : absoluteFault();
    }

    /** Whether only a proxy could serve the method; the connection cannot be used after it. */
    boolean forProxies() {
        return method.equals("CONNECT") || method.equals("TRACE");
    }

    private String absoluteFault() {
        Matcher absolute = ABSOLUTE.matcher(target);
        if (!absolute.matches() || !valid(absolute.group(2))) {
            return "The address is neither a path nor a whole address with http or https.";
        }
        String scheme = absolute.group(1);
        boolean same = hosts.isEmpty() || plain(scheme, hosts.get(0)).equals(plain(scheme, absolute.group(2)));
        return same ? null : "The address names another host than the Host header.";
    }

    private static boolean valid(String host) {
        Matcher parts = HOST.matcher(host);
        return parts.matches() && port(parts) <= MAX_PORT;
    }

    private static int port(Matcher parts) {
        return parts.group(2) == null || parts.group(2).isEmpty() ? 0 : Integer.parseInt(parts.group(2));
    }

    /** The host in lower case, always with a port. */
    private static String plain(String scheme, String host) {
        Matcher parts = HOST.matcher(host);
        parts.matches();
        int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
        return parts.group(1).toLowerCase(Locale.ROOT) + ":" + (port(parts) == 0 ? usual : port(parts));
    }
}
