package org.athena.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athena.platform.settings.Loopback;

/**
 * Checks {@code ATHENA_CORS_ORIGINS}.
 *
 * @param origins {@code ATHENA_CORS_ORIGINS}, separated by commas
 * @param credentials whether {@code ATHENA_CORS_CREDENTIALS} is on
 */
record CorsChecks(Optional<String> origins, boolean credentials) {

    /** Scheme, host, port and nothing else (RFC 6454, section 6.2). */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String origin : origins.orElse("").split(",", -1)) {
            String one = origin.strip();
            if (one.equals("*") && credentials) {
                faults.add("ATHENA_CORS_ORIGINS: * would let every page act for the user who is signed in;"
                        + " list the origins or switch ATHENA_CORS_CREDENTIALS off");
            } else if (!one.equals("*")
                    && !one.isEmpty()
                    && !ORIGIN.matcher(one).matches()) {
                faults.add("ATHENA_CORS_ORIGINS: " + one + " is not an origin such as https://app.example.org");
            }
        }
        return faults;
    }

    /** Settings that may be intended, but need a second look. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (String origin : origins.orElse("").split(",")) {
            String one = origin.strip();
            if (one.equals("*")) {
                warnings.add(
                        "ATHENA_CORS_ORIGINS=*: pages of every origin may call the API with a token that they have");
            } else if (one.startsWith("http://")
                    && !Loopback.is(one.substring(7).replaceFirst(":\\d+$", ""))) {
                warnings.add("ATHENA_CORS_ORIGINS: " + one + " has no TLS: others may change its pages on the way");
            }
        }
        return warnings;
    }
}
