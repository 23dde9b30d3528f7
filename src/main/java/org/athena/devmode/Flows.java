package org.athena.devmode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The sign-ins with PKCE (RFC 7636) that have begun: a link of a mail gives a code, which only the page that asked can use. */
class Flows {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String MAGIC_LINK = "magiclink";

    /**
     * What a page sends in place of its secret.
     *
     * @param value the secret, or its hash
     * @param hashed whether it is the hash
     */
    record Challenge(String value, boolean hashed) {

        /**
         * The challenge of a request, or null without one.
         *
         * @throws IllegalArgumentException when it is not complete or not well-formed
         */
        static Challenge of(JsonNode body) {
            String value = body.path("code_challenge").asText("");
            String method = body.path("code_challenge_method").asText("").toLowerCase(Locale.ROOT);
            if (value.isEmpty() && method.isEmpty()
                    || body.path("code_challenge").isNull()) {
                return null;
            }
            if (!value.matches("[A-Za-z0-9._~-]{43,128}") || !method.equals("s256") && !method.equals("plain")) {
                throw new IllegalArgumentException("code_challenge");
            }
            return new Challenge(value, method.equals("s256"));
        }

        boolean fits(String verifier) {
            return value.equals(hashed ? hash(verifier) : verifier);
        }

        private static String hash(String verifier) {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * @param user the account
     * @param type what the mail is for
     * @param challenge what the page sent when it asked for the mail
     * @param code what the link gives
     * @param since when its life began
     */
    record Flow(UUID user, String type, Challenge challenge, String code, Instant since) {

        /** How the claim {@code amr} names the sign-in. */
        String method() {
            return type.equals("signup") ? "email/signup" : type;
        }
    }

    private final InstantSource clock;
    private final Map<String, Flow> byCode = new ConcurrentHashMap<>();

    Flows(InstantSource clock) {
        this.clock = clock;
    }

    /** A mail is sent; the link of an older one of its kind works no more. */
    void begin(UUID user, String type, Challenge challenge) {
        byCode.values().removeIf(flow -> flow.user().equals(user) && flow.type().equals(type));
        String code = UUID.randomUUID().toString();
        byCode.put(code, new Flow(user, type, challenge, code, clock.instant()));
    }

    /** The link was opened: the code for the page. That of a magic link lives from now on, any other from the mail on. */
    Optional<String> code(UUID user, String type) {
        return byCode.values().stream()
                .filter(flow -> flow.user().equals(user) && flow.type().equals(type))
                .findFirst()
                .map(flow -> {
                    if (type.equals(MAGIC_LINK)) {
                        byCode.put(flow.code(), new Flow(user, type, flow.challenge(), flow.code(), clock.instant()));
                    }
                    return flow.code();
                });
    }

    Optional<Flow> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean expired(Flow flow) {
        return clock.instant().isAfter(flow.since().plus(LIFE));
    }

    /** Uses up the code. */
    boolean end(Flow flow) {
        return byCode.remove(flow.code(), flow);
    }
}
