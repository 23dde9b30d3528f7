package org.athena.platform.identity;

import java.util.Map;

/**
 * A header and claims, to be signed by whoever is asked to.
 *
 * @param what the member and its value, for a reader of the test's report
 * @param header members beside the usual ones, or in place of them, as JSON text
 * @param claims the claims, as JSON text
 * @param good whether such a token is let in when its signature is right
 */
record ShapedToken(String what, Map<String, String> header, Map<String, String> claims, boolean good) {

    private static final int ENOUGH = 60;

    static String what(String name, String json) {
        String text = name + ": " + json;
        return text.length() <= ENOUGH ? text : text.substring(0, ENOUGH) + "… (" + text.length() + " characters)";
    }
}
