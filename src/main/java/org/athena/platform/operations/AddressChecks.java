package org.athena.platform.operations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athena.platform.settings.Loopback;

/**
 * Addresses of what the service speaks to, besides its database.
 *
 * @param supabaseUrl {@code SUPABASE_URL}
 * @param supabaseTls {@code ATHENA_SUPABASE_TLS}; {@code off} allows a project of another machine without TLS
 * @param issuer {@code ATHENA_AUTH_ISSUER}
 * @param collector {@code OTEL_EXPORTER_OTLP_ENDPOINT}
 */
record AddressChecks(
        Optional<String> supabaseUrl,
        Optional<String> supabaseTls,
        Optional<String> issuer,
        Optional<String> collector) {

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        supabaseUrl.flatMap(this::checkProject).ifPresent(faults::add);
        if (issuer.filter(text -> text.matches("(?s).*\\s.*")).isPresent()) {
            faults.add("ATHENA_AUTH_ISSUER has a blank or a line break in it");
        }
        if (collector.isPresent() && collector.flatMap(AddressChecks::web).isEmpty()) {
            faults.add("OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://collector:4317");
        }
        return faults;
    }

    /** What may be meant, and is worth a second look. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (supabaseTls.filter("off"::equals).isPresent()) {
            warnings.add(
                    "ATHENA_SUPABASE_TLS=off: keys of tokens and the service key may cross a network in the clear");
        }
        if (issuer.isPresent()
                && issuer.flatMap(AddressChecks::web)
                        .filter(AddressChecks::safe)
                        .isEmpty()) {
            warnings.add("ATHENA_AUTH_ISSUER is not an https:// address: tokens must name it letter by letter");
        }
        return warnings;
    }

    /** Keys are fetched there and believed, and the service key is sent. */
    private Optional<String> checkProject(String url) {
        Optional<URI> project = web(url).filter(AddressChecks::bare);
        if (project.isEmpty()) {
            return Optional.of("SUPABASE_URL must be scheme, host and port alone, such as https://<ref>.supabase.co");
        }
        return safe(project.get()) || supabaseTls.filter("off"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "SUPABASE_URL must begin with https://: a project of another machine is not spoken to in the"
                                + " clear (ATHENA_SUPABASE_TLS=off goes without)");
    }

    private static boolean safe(URI address) {
        return address.getScheme().equalsIgnoreCase("https") || Loopback.is(address.getHost());
    }

    private static boolean bare(URI address) {
        String path = address.getRawPath();
        return (path.isEmpty() || path.equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static Optional<URI> web(String text) {
        try {
            URI address = new URI(text).parseServerAuthority();
            boolean web = String.valueOf(address.getScheme()).matches("(?i)https?");
            boolean usable = web && address.getHost() != null && address.getRawUserInfo() == null;
            return usable && address.getPort() <= 65_535 && address.getPort() != 0
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AddressChecks[…]";
    }
}
