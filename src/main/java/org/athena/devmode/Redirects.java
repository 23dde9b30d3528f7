package org.athena.devmode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the links of mails may lead: to the site and to this machine. */
final class Redirects {

    private Redirects() {}

    /** The wanted address, or the site's without a word when that one is not allowed. */
    static String allowed(String wanted, String siteUrl) {
        try {
            String host = wanted == null ? null : URI.create(wanted).getHost();
            boolean fits = host != null
                    && (host.equals(URI.create(siteUrl).getHost()) || host.startsWith("127.") || host.equals("[::1]"));
            return fits ? wanted : siteUrl;
        } catch (IllegalArgumentException e) {
            return siteUrl;
        }
    }

    static URI withFragment(String address, Map<String, Object> values) {
        return URI.create(address + "#" + encoded(values));
    }

    static URI withQuery(String address, Map<String, Object> values) {
        return URI.create(queried(address, values));
    }

    /** An error or a message is in the fragment, and for a page that uses PKCE in the query as well. */
    static URI told(String address, Map<String, Object> values, boolean pkce) {
        return withFragment(pkce ? queried(address, values) : address, values);
    }

    private static String queried(String address, Map<String, Object> values) {
        return address + (address.contains("?") ? "&" : "?") + encoded(values);
    }

    private static String encoded(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "="
                        + URLEncoder.encode(value.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
