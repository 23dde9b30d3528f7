package org.athena.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that each secret and key of the project is in the right variable. No message repeats one.
 *
 * @param jwtSecret {@code JWT_SECRET}
 * @param jwtSecretPrevious {@code JWT_SECRET_PREVIOUS}
 * @param anonKey {@code SUPABASE_ANON_KEY}, which is public
 * @param serviceRoleKey {@code SUPABASE_SERVICE_ROLE_KEY}, which is secret
 */
record KeyChecks(
        Optional<String> jwtSecret,
        Optional<String> jwtSecretPrevious,
        Optional<String> anonKey,
        Optional<String> serviceRoleKey) {

    List<String> faults() {
        return new Findings()
                .and(checkSecret("JWT_SECRET", jwtSecret))
                .and(checkSecret("JWT_SECRET_PREVIOUS", jwtSecretPrevious))
                .when(
                        is(anonKey, ApiKey.SECRET),
                        "SUPABASE_ANON_KEY is a secret key: it must be the project's publishable (anon) key")
                .when(
                        is(serviceRoleKey, ApiKey.PUBLISHED),
                        "SUPABASE_SERVICE_ROLE_KEY is a published key: it must be the project's secret (service role) key")
                .when(
                        anonKey.isPresent() && anonKey.equals(serviceRoleKey),
                        "SUPABASE_ANON_KEY and SUPABASE_SERVICE_ROLE_KEY are the same key: the first must be the published"
                                + " key, the second the secret key")
                .all();
    }

    /** Settings that may be intended, but need a second look. */
    List<String> warnings() {
        return new Findings()
                .and(checkBlanks("JWT_SECRET", jwtSecret))
                .and(checkBlanks("JWT_SECRET_PREVIOUS", jwtSecretPrevious))
                .when(
                        jwtSecret.isPresent() && jwtSecret.equals(jwtSecretPrevious),
                        "JWT_SECRET and JWT_SECRET_PREVIOUS are the same: the second is for the secret before a rotation")
                .all();
    }

    private static boolean is(Optional<String> key, ApiKey kind) {
        return key.map(ApiKey::kind).filter(kind::equals).isPresent();
    }

    private static Optional<String> checkBlanks(String variable, Optional<String> secret) {
        return secret.filter(value -> !value.strip().equals(value))
                .map(value ->
                        variable + " begins or ends with a space or a line break, which would be part of the secret");
    }

    /** Refuses an API key or a public key as the JWT secret, because everybody who knows the key could sign tokens. */
    private Optional<String> checkSecret(String variable, Optional<String> secret) {
        return secret.flatMap(value -> {
            if (ApiKey.kind(value) != ApiKey.UNKNOWN || keys().anyMatch(value::equals)) {
                return Optional.of(variable + " is an API key or a token, not the project's JWT secret");
            }
            return value.contains("-----BEGIN") || value.stripLeading().startsWith("{")
                    ? Optional.of(variable + " is a key pair or a public key: only the shared secret belongs here")
                    : Optional.empty();
        });
    }

    private Stream<String> keys() {
        return Stream.concat(anonKey.stream(), serviceRoleKey.stream());
    }

    @Override
    public String toString() {
        return "KeyChecks[…]";
    }
}
