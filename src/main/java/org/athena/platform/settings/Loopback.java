package org.athena.platform.settings;

import java.util.regex.Pattern;

/** Recognizes this machine's own addresses, which are reached without a network. */
public final class Loopback {

    /** The whole address must match RFC 5735, section 3, because a host name may also begin with 127. */
    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** @param host a name or an address, IPv6 in brackets, as an URL has it */
    public static boolean is(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || ADDRESS.matcher(host).matches();
    }
}
