package org.athena.devmode;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The tokens in the links of mails. Each works once, for a day, and until a newer one of its family. */
class OneTimeTokens {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final String PKCE = "pkce_";

    /**
     * @param user the account
     * @param type what the mail was for
     * @param hash what a link carries
     * @param code what a person may type instead
     * @param sentAt when the mail went
     */
    record Token(UUID user, String type, String hash, String code, Instant sentAt) {

        private String family() {
            return family(user, type);
        }

        /** Recovery and magic link share one token of an account, sign-up and invitation another; a new e-mail has two. */
        private static String family(UUID user, String type) {
            return user
                    + switch (type) {
                        case "recovery", "magiclink" -> " access";
                        case "signup", "invite" -> " confirmation";
                        default -> " " + type;
                    };
        }

        /** A caller may say {@code email} for those that sign in. */
        private boolean is(String wanted) {
            boolean change = EmailChange.is(this);
            return change
                    ? wanted.equals(EmailChange.TYPE)
                    : wanted.equals("email") || family().equals(family(user, wanted));
        }

        private boolean alive() {
            return sentAt.plus(LIFE).isAfter(Instant.now());
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> byFamily = new ConcurrentHashMap<>();

    /** @param pkce whether the link gives a code in place of a session */
    Token make(UUID user, String type, boolean pkce) {
        byte[] hash = new byte[28];
        random.nextBytes(hash);
        String code = "%06d".formatted(random.nextInt(1_000_000));
        return new Token(user, type, (pkce ? PKCE : "") + HexFormat.of().formatHex(hash), code, Instant.now());
    }

    /** Whether the link with that hash gives a code. */
    static boolean pkce(String hash) {
        return hash.startsWith(PKCE);
    }

    /** From now on the token works, and no older one of its family. */
    void open(Token token) {
        byFamily.put(token.family(), token);
    }

    /** Uses up the token of a link. */
    Optional<Token> spendHash(String type, String hash) {
        return spend(token -> token.is(type) && token.hash().equals(hash));
    }

    /** Uses up the token whose code the account's owner typed. */
    Optional<Token> spendCode(String type, UUID user, String code) {
        return spend(token ->
                token.is(type) && token.user().equals(user) && token.code().equals(code));
    }

    private Optional<Token> spend(Predicate<Token> wanted) {
        return byFamily.values().stream()
                .filter(wanted.and(Token::alive))
                .findFirst()
                .filter(token -> byFamily.remove(token.family(), token));
    }

    /** Ends what is pending for the account, as a new password does. */
    void end(UUID user) {
        byFamily.values().removeIf(token -> token.user().equals(user));
    }
}
