package org.athena.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How access tokens are checked. Secrets come from the environment and are never printed. */
@ConfigMapping(prefix = "athena.auth")
public interface AuthConfig {

    /** The algorithms that Supabase signs with and that are checked here; {@code none} is not one of them. */
    Set<String> ALGORITHMS = Set.of("ES256", "RS256", "EdDSA", "HS256");

    /** The legacy shared secret, {@code JWT_SECRET}: its raw UTF-8 bytes, at least 32; absent on new projects. */
    Optional<String> jwtSecret();

    /** The secret before the last rotation, {@code JWT_SECRET_PREVIOUS}. */
    Optional<String> jwtSecretPrevious();

    /**
     * The algorithms accepted, {@code JWT_ALGORITHM}; default ES256 and RS256, and HS256 when there is a
     * secret; EdDSA is possible too.
     */
    Optional<Set<String>> algorithms();

    /** The project, {@code SUPABASE_URL}; without it there are no published keys and no fallback. */
    Optional<String> supabaseUrl();

    /** The publishable key, {@code SUPABASE_ANON_KEY}, sent with every question to Supabase. */
    Optional<String> anonKey();

    /** The issuer, default {@code {SUPABASE_URL}/auth/v1}; a custom domain may differ. */
    Optional<String> issuer();

    /** How far clocks may differ. Default 10 s. */
    @WithDefault("10S")
    Duration leeway();

    /** How long a token may live at most. Default 24 h. */
    @WithDefault("24H")
    Duration maxLifetime();

    /** Whether a token must name its session. Default true. */
    @WithDefault("true")
    boolean sessionRequired();

    /** Whether anonymous sign-ins are let in. Default false. */
    @WithDefault("false")
    boolean anonymousAllowed();

    /** The OAuth clients whose tokens are let in. Default none. */
    Optional<Set<String>> clientIds();

    /** How many questions Supabase is asked in a minute at most, all callers together. Default 600. */
    @WithDefault("600")
    int fallbackPerMinute();

    /**
     * How many look-ups in the database undecidable tokens may cost in a minute, all callers together. Default 6,000: more than
     * questions to Supabase, because made-up users cost a look-up and no question.
     */
    @WithDefault("6000")
    int fallbackLookUpsPerMinute();

    /** How many look-ups and questions one client address may cause in a minute: a school may share one. Default 120. */
    @WithDefault("120")
    int fallbackPerClientPerMinute();

    /** How many look-ups and questions may be caused in a minute in the name of one user. Default 20. */
    @WithDefault("20")
    int fallbackPerSubjectPerMinute();

    /** The issuer in force. */
    default String expectedIssuer() {
        return issuer().or(() -> supabaseUrl().map(url -> url.replaceAll("/+$", "") + "/auth/v1"))
                .orElse("");
    }

    /** The algorithms in force. */
    default Set<String> acceptedAlgorithms() {
        Set<String> byDefault = secrets().isEmpty() ? Set.of("ES256", "RS256") : Set.of("ES256", "RS256", "HS256");
        return algorithms()
                .map(names -> names.stream().map(String::strip).collect(Collectors.toUnmodifiableSet()))
                .orElse(byDefault);
    }

    /** The secrets that may have signed a token, the current one first. */
    default List<byte[]> secrets() {
        List<byte[]> secrets = new ArrayList<>();
        jwtSecret().ifPresent(secret -> secrets.add(secret.getBytes(StandardCharsets.UTF_8)));
        jwtSecretPrevious().ifPresent(secret -> secrets.add(secret.getBytes(StandardCharsets.UTF_8)));
        return secrets;
    }
}
