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

/** Settings for the check of access tokens. Secrets come from the environment and are never printed. */
@ConfigMapping(prefix = "athena.auth")
public interface AuthConfig {

    /** The algorithms that Supabase uses and the service can check; {@code none} is not among them. */
    Set<String> ALGORITHMS = Set.of("ES256", "RS256", "EdDSA", "HS256");

    /** The legacy shared secret, {@code JWT_SECRET}: its raw UTF-8 bytes, at least 32; absent on new projects. */
    Optional<String> jwtSecret();

    /** The secret before the last rotation, {@code JWT_SECRET_PREVIOUS}. */
    Optional<String> jwtSecretPrevious();

    /**
     * The algorithms accepted, {@code JWT_ALGORITHM}; default ES256 and RS256, and HS256 too when there is a secret. EdDSA is
     * possible as well.
     */
    Optional<Set<String>> algorithms();

    /** The project, {@code SUPABASE_URL}; without it there are no published keys and no fallback. */
    Optional<String> supabaseUrl();

    /** The publishable key, {@code SUPABASE_ANON_KEY}, sent with every question to Supabase. */
    Optional<String> anonKey();

    /** The issuer that tokens must name. Default {@code {SUPABASE_URL}/auth/v1}; with a custom domain it may be another. */
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
     * How many look-ups in the database undecidable tokens may cause in a minute, for all callers together. Default 6,000. This
     * is more than the questions to Supabase, because a token of an invented user causes a look-up but no question.
     */
    @WithDefault("6000")
    int fallbackLookUpsPerMinute();

    /**
     * How many look-ups and questions one client address may cause in a minute. Default 120, because the users of a school may
     * share an address.
     */
    @WithDefault("120")
    int fallbackPerClientPerMinute();

    /** How many look-ups and questions tokens that name one user may cause in a minute. Default 20. */
    @WithDefault("20")
    int fallbackPerSubjectPerMinute();

    /** The issuer that applies: the setting or its default. */
    default String expectedIssuer() {
        return issuer().or(() -> supabaseUrl().map(url -> url.replaceAll("/+$", "") + "/auth/v1"))
                .orElse("");
    }

    /** The algorithms that apply: the setting or its default. */
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
