package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.require;
import static org.athena.platform.identity.TokenShape.text;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** What the claims of a Supabase access token must say. A wrong claim is final, whoever signed it. */
@ApplicationScoped
class ClaimRules {

    private static final String AUDIENCE = "authenticated";
    private static final int MAX_FUTURE_SECONDS = 60;
    /** A hint is for logs: more than this is noise, and what is no role code does not belong there. */
    private static final int MAX_ROLE_HINTS = 20;

    private static final Pattern ROLE_CODE = Pattern.compile("[a-z_]{1,40}");

    private final AuthConfig config;
    private final Clock clock;

    ClaimRules(AuthConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param claims the payload of a token
     * @return what it says
     * @throws BadTokenException naming the claim that is wrong
     */
    VerifiedToken check(JsonNode claims) {
        Instant expiry = checkTimes(claims);
        require(text(claims, "iss").filter(config.expectedIssuer()::equals).isPresent(), "iss");
        require(audience(claims).contains(AUDIENCE), "aud");
        require(text(claims, "role").filter(AUDIENCE::equals).isPresent(), "role");
        UUID subject = text(claims, "sub").flatMap(ClaimRules::uuid).orElseThrow(() -> new BadTokenException("sub"));
        Optional<UUID> session = text(claims, "session_id").flatMap(ClaimRules::uuid);
        require(session.isPresent() || !config.sessionRequired(), "session_id");
        require(
                !claims.has("client_id")
                        || text(claims, "client_id")
                                .filter(config.clientIds().orElse(Set.of())::contains)
                                .isPresent(),
                "client_id");
        require(config.anonymousAllowed() || !claims.path("is_anonymous").asBoolean(false), "is_anonymous");
        JsonNode metadata = claims.path("app_metadata");
        return new VerifiedToken(
                subject,
                session,
                text(claims, "aal").orElse("aal1"),
                expiry,
                text(metadata, "school_id").flatMap(ClaimRules::uuid),
                roleHints(metadata.path("roles")));
    }

    private Instant checkTimes(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long leeway = config.leeway().toSeconds();
        require(claims.path("exp").isNumber() && claims.path("exp").canConvertToLong(), "exp");
        long expiry = claims.get("exp").longValue();
        require(expiry > now - leeway, "expired");
        require(!claims.has("nbf") || claims.get("nbf").isNumber(), "nbf");
        require(claims.path("nbf").asLong(0) <= now + leeway, "nbf");
        require(!claims.has("iat") || claims.get("iat").isNumber(), "iat");
        long issued = claims.path("iat").asLong(now);
        require(issued <= now + MAX_FUTURE_SECONDS, "iat");
        require(expiry - issued <= config.maxLifetime().toSeconds(), "lives too long");
        return Instant.ofEpochSecond(expiry);
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

    private static List<String> roleHints(JsonNode roles) {
        List<String> hints = new ArrayList<>();
        for (JsonNode role : roles) {
            if (hints.size() < MAX_ROLE_HINTS
                    && ROLE_CODE.matcher(role.asText()).matches()) {
                hints.add(role.textValue());
            }
        }
        return List.copyOf(hints);
    }

    static Optional<UUID> uuid(String value) {
        try {
            UUID id = UUID.fromString(value);
            return id.toString().equalsIgnoreCase(value) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
