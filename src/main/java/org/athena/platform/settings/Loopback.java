package org.athena.platform.settings;

import java.util.regex.Pattern;

/** Tells this machine's own addresses, which no network lies before, from all others. */
public final class Loopback {

    /** RFC 5735, section 3, in full: a name may begin with 127, too. */
    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** @param host a name or an address, IPv6 in brackets, as an URL has it */
    public static boolean is(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || ADDRESS.matcher(host).matches();
    }
}
