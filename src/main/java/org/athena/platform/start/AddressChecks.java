package org.athena.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athena.platform.settings.WebAddress;

/**
 * Checks that the connection to the Supabase project is safe, and the issuer in tokens.
 *
 * @param supabaseUrl {@code SUPABASE_URL}
 * @param supabaseTls {@code ATHENA_SUPABASE_TLS}; {@code off} allows a project of another machine without TLS
 * @param issuer {@code ATHENA_AUTH_ISSUER}
 */
record AddressChecks(Optional<String> supabaseUrl, Optional<String> supabaseTls, Optional<String> issuer) {

    private static final Pattern BLANK = Pattern.compile("\\s");

    /** TLS is required because the service trusts the keys that it loads from the project, and sends the service key there. */
    List<String> faults() {
        return new Findings()
                .when(
                        supabaseUrl.isPresent() && !isSafe(supabaseUrl) && !withoutTls(),
                        "SUPABASE_URL must begin with https://, because the project is on another machine"
                                + " (ATHENA_SUPABASE_TLS=off allows http://)")
                .when(
                        issuer.filter(text -> BLANK.matcher(text).find()).isPresent(),
                        "ATHENA_AUTH_ISSUER contains a space or a line break")
                .all();
    }

    /** Settings that may be intended, but need a second look. */
    List<String> warnings() {
        return new Findings()
                .when(
                        withoutTls(),
                        "ATHENA_SUPABASE_TLS=off: the keys of tokens and the service key may cross a network unencrypted")
                .when(
                        issuer.isPresent() && !isSafe(issuer),
                        "ATHENA_AUTH_ISSUER is not an https:// address: the issuer in tokens must be exactly the same text")
                .all();
    }

    private boolean withoutTls() {
        return supabaseTls.filter("off"::equals).isPresent();
    }

    private static boolean isSafe(Optional<String> address) {
        return address.flatMap(WebAddress::read).filter(WebAddress::isSafe).isPresent();
    }

    @Override
    public String toString() {
        return "AddressChecks[…]";
    }
}
