package org.athena.platform.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets in the environment, which must not get into messages.
 *
 * @param environment the environment with the variables
 */
public record Secrets(Map<String, String> environment) {

    private static final List<String> KEYS =
            List.of("JWT_SECRET", "JWT_SECRET_PREVIOUS", "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_ROLE_KEY");
    private static final List<String> ADDRESSES =
            List.of("DATABASE_URL", "DATABASE_READ_URL", "MIGRATION_DATABASE_URL");
    private static final Pattern PASSWORD = Pattern.compile("//[^/?#:@]*:([^@]*)@");
    /** Hiding a shorter secret would hide ordinary parts of a message. */
    private static final int LEAST_LENGTH = 4;

    /** The text with all secrets hidden. */
    public String hiddenIn(String text) {
        String hidden = text;
        for (String secret : all().toList()) {
            hidden = hidden.replace(secret, "…");
        }
        return hidden;
    }

    private Stream<String> all() {
        return Stream.concat(
                        Stream.concat(KEYS.stream(), ADDRESSES.stream()).map(environment::get),
                        ADDRESSES.stream()
                                .map(environment::get)
                                .filter(Objects::nonNull)
                                .flatMap(Secrets::passwords))
                .filter(Objects::nonNull)
                .filter(secret -> secret.strip().length() >= LEAST_LENGTH);
    }

    private static Stream<String> passwords(String address) {
        Matcher password = PASSWORD.matcher(address);
        return password.find() ? Stream.of(password.group(1), decoded(password.group(1))) : Stream.empty();
    }

    private static String decoded(String password) {
        try {
            return URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return password;
        }
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
