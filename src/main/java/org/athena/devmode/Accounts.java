package org.athena.devmode;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The accounts of the stand-in, in memory. */
class Accounts {

    /** More accounts than any demo or test creates. */
    private static final int MAX = 10_000;

    /** One account, with what the real server keeps in {@code auth.users}. */
    static class Account {
        final UUID id;
        volatile String email;
        final Instant createdAt = Instant.now();
        volatile String password;
        volatile boolean confirmed;
        volatile Instant confirmedAt;
        volatile Instant updatedAt = createdAt;
        /** When the last mail of each kind went. */
        final Map<String, Instant> mailed = new ConcurrentHashMap<>();

        volatile Instant bannedUntil;
        /** The e-mail that the account is to have; null when none is wanted. */
        volatile String newEmail;
        /** Whether one of the two links about it was opened. */
        volatile boolean oneLinkOpened;

        /** In the order of their enrolment. */
        final List<Factor> factors = new CopyOnWriteArrayList<>();

        final Map<String, Object> appMetadata = new ConcurrentSkipListMap<>(Map.of("provider", "email"));
        final Map<String, Object> userMetadata = new ConcurrentSkipListMap<>();

        Account(UUID id, String email, String password, boolean confirmed) {
            this.id = id;
            this.email = email;
            this.password = password;
            this.confirmed = confirmed;
            this.confirmedAt = confirmed ? createdAt : null;
        }

        boolean banned() {
            return bannedUntil != null && bannedUntil.isAfter(Instant.now());
        }

        /** Whether signing in takes a second factor. */
        boolean hasSecondFactor() {
            return factors.stream().anyMatch(Factor::verified);
        }

        /** A new password: what was mailed before proves nothing any more, except that the account was invited. */
        void give(String wanted) {
            password = wanted;
            updatedAt = Instant.now();
            mailed.keySet().removeIf(kind -> !kind.equals("invite"));
        }

        private Instant latest(String... kinds) {
            return Stream.of(kinds)
                    .map(mailed::get)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private static String text(Instant time) {
            return time == null ? null : time.toString();
        }

        /** The user object of the API. */
        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("id", id.toString());
            view.put("aud", "authenticated");
            view.put("role", "authenticated");
            view.put("email", email);
            view.put("phone", "");
            view.put("email_confirmed_at", text(confirmedAt));
            view.put("confirmation_sent_at", text(mailed.get("signup")));
            view.put("recovery_sent_at", text(latest("recovery", "magiclink")));
            view.put("invited_at", text(mailed.get("invite")));
            if (newEmail != null) {
                view.put("new_email", newEmail);
                view.put("email_change_sent_at", text(mailed.get(EmailChange.TYPE)));
            }
            view.put("app_metadata", appMetadata);
            view.put("user_metadata", userMetadata);
            view.put("identities", List.of());
            if (!factors.isEmpty()) {
                view.put("factors", factors.stream().map(Factor::view).toList());
            }
            view.put("created_at", createdAt.toString());
            view.put("updated_at", updatedAt.toString());
            view.put("banned_until", text(bannedUntil));
            view.put("is_anonymous", false);
            return view;
        }
    }

    private final Map<UUID, Account> byId = new LinkedHashMap<>();

    /** @return the new account, or empty when the id or the e-mail is taken */
    synchronized Optional<Account> add(UUID id, String email, String password, boolean confirmed) {
        String folded = email.toLowerCase(Locale.ROOT);
        if (byId.containsKey(id) || byEmail(folded).isPresent() || byId.size() >= MAX) {
            return Optional.empty();
        }
        Account account = new Account(id, folded, password, confirmed);
        byId.put(id, account);
        return Optional.of(account);
    }

    synchronized Optional<Account> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Account> byEmail(String email) {
        return byId.values().stream()
                .filter(account -> account.email.equalsIgnoreCase(email))
                .findFirst();
    }

    synchronized Optional<Account> byNewEmail(String email) {
        return byId.values().stream()
                .filter(account -> email.equalsIgnoreCase(account.newEmail))
                .findFirst();
    }

    /** Gives the account another e-mail, unless somebody else has it. */
    synchronized boolean rename(Account account, String email) {
        boolean free = byEmail(email).filter(known -> known != account).isEmpty();
        if (free) {
            account.email = email.toLowerCase(Locale.ROOT);
        }
        return free;
    }

    synchronized boolean remove(UUID id) {
        return byId.remove(id) != null;
    }

    synchronized Collection<Account> all() {
        return List.copyOf(byId.values());
    }
}
