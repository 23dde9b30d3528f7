package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.falseOrAbsent;
import static org.athena.platform.identity.TokenShape.require;
import static org.athena.platform.identity.TokenShape.text;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.json.Uuids;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks the claims of a Supabase access token. A wrong claim ends the examination, whoever signed the token. */
@ApplicationScoped
class ClaimRules {

    private static final String AUDIENCE = "authenticated";
    private static final int MAX_FUTURE_SECONDS = 60;
    /** The end of the year 9999; a later time is treated as a mistake. */
    private static final long LAST_SECOND = 253_402_300_799L;
    /** Role hints only go to the log. More than this, or text that is not a role code, is left out. */
    private static final int MAX_ROLE_HINTS = 20;
    /** Supabase writes one for each way of signing in that a session used. */
    private static final int MAX_METHODS = 20;

    private static final Pattern ROLE_CODE = Pattern.compile("[a-z_]{1,40}");

    private final AuthConfig config;
    private final Clock clock;

    ClaimRules(AuthConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param claims the payload of a token
     * @return the checked content
     * @throws BadTokenException naming the claim that is wrong
     */
    VerifiedToken check(JsonNode claims) {
        Instant expiry = checkTimes(claims);
        require(text(claims, "iss").filter(config.expectedIssuer()::equals).isPresent(), "iss");
        require(audience(claims).contains(AUDIENCE), "aud");
        require(text(claims, "role").filter(AUDIENCE::equals).isPresent(), "role");
        UUID subject = text(claims, "sub").flatMap(Uuids::canonical).orElseThrow(() -> new BadTokenException("sub"));
        Optional<UUID> session = text(claims, "session_id").flatMap(Uuids::canonical);
        require(session.isPresent() || !config.sessionRequired(), "session_id");
        require(
                !claims.has("client_id")
                        || text(claims, "client_id")
                                .filter(config.clientIds().orElse(Set.of())::contains)
                                .isPresent(),
                "client_id");
        require(config.anonymousAllowed() || falseOrAbsent(claims, "is_anonymous"), "is_anonymous");
        JsonNode metadata = claims.path("app_metadata");
        return new VerifiedToken(
                subject,
                text(claims, "email").filter(email -> !email.isBlank()),
                session,
                text(claims, "aal").orElse("aal1"),
                methods(claims.path("amr")),
                expiry,
                text(metadata, "school_id").flatMap(Uuids::canonical),
                roleHints(metadata.path("roles")));
    }

    private Instant checkTimes(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long leeway = config.leeway().toSeconds();
        long expiry = seconds(claims, "exp").orElseThrow(() -> new BadTokenException("exp"));
        long issued = seconds(claims, "iat").orElse(now);
        require(expiry > now - leeway, "expired");
        require(seconds(claims, "nbf").orElse(now) <= now + leeway, "nbf");
        require(issued <= now + MAX_FUTURE_SECONDS, "iat");
        require(expiry - issued <= config.maxLifetime().toSeconds(), "lives too long");
        return Instant.ofEpochSecond(expiry);
    }

    /** A NumericDate (RFC 7519, section 2) without its fraction. The bounds keep differences of two from overflowing. */
    private static OptionalLong seconds(JsonNode claims, String name) {
        JsonNode time = claims.get(name);
        if (time == null) {
            return OptionalLong.empty();
        }
        require(time.isNumber() && time.doubleValue() >= 0 && time.doubleValue() <= LAST_SECOND, name);
        return OptionalLong.of(time.longValue());
    }

    private static List<String> audience(JsonNode claims) {
        JsonNode aud = claims.path("aud");
        return aud.isArray()
                ? StreamSupport.stream(aud.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList()
                : text(claims, "aud").map(List::of).orElse(List.of());
    }

    /** Objects with a method each, or plain names (RFC 8176), which a hook of the project may write. */
    private static Set<String> methods(JsonNode amr) {
        return StreamSupport.stream(amr.spliterator(), false)
                .map(one -> one.isTextual() ? one : one.path("method"))
                .filter(method -> amr.isArray() && method.isTextual())
                .map(JsonNode::textValue)
                .limit(MAX_METHODS)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> roleHints(JsonNode roles) {
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> roles.isArray() && role.isTextual())
                .map(JsonNode::textValue)
                .filter(role -> ROLE_CODE.matcher(role).matches())
                .limit(MAX_ROLE_HINTS)
                .toList();
    }
}
