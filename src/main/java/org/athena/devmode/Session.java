package org.athena.devmode;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person's session: how they proved who they are, and its refresh tokens, of which only the newest is good. */
class Session {

    private static final String SECOND_FACTOR = "totp";

    /**
     * One proof, an entry of the claim {@code amr}.
     *
     * @param method {@code password}, {@code otp} for a mail, {@code magiclink} or {@code recovery} with PKCE, or {@code totp}
     * @param at when
     * @param factor the second factor that gave the code, or null
     */
    record Proof(String method, Instant at, UUID factor) {}

    private final UUID id = UUID.randomUUID();
    private final UUID user;
    private final List<Proof> proofs = new CopyOnWriteArrayList<>();
    private String current;
    private String parent;

    Session(UUID user, String method) {
        this.user = user;
        proofs.add(new Proof(method, Instant.now(), null));
    }

    UUID id() {
        return id;
    }

    UUID user() {
        return user;
    }

    /** The newest first. */
    List<Proof> proofs() {
        return proofs.stream()
                .sorted(Comparator.comparing(Proof::at).reversed())
                .toList();
    }

    /** The claim {@code aal}. */
    String level() {
        return strong() ? "aal2" : "aal1";
    }

    /** Whether a second factor was used. */
    boolean strong() {
        return proofs.stream().anyMatch(proof -> proof.method().equals(SECOND_FACTOR));
    }

    /** A code of the factor was typed. */
    void strengthen(UUID factor) {
        proofs.removeIf(proof -> proof.method().equals(SECOND_FACTOR));
        proofs.add(new Proof(SECOND_FACTOR, Instant.now(), factor));
    }

    /** The factor is gone, and with it what it proved. */
    void weaken(UUID factor) {
        proofs.removeIf(proof -> factor.equals(proof.factor()));
    }

    /** Makes a refresh token; the one before is its parent. */
    synchronized String next() {
        parent = current;
        current = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return current;
    }

    /**
     * Uses a refresh token of the session.
     *
     * @return the new token; for the parent of the current one that one, because its answer may have been lost; null for an older
     *     one, after which no token of the session works
     */
    synchronized String exchange(String token) {
        if (token.equals(current)) {
            return next();
        }
        if (current != null && token.equals(parent)) {
            return current;
        }
        current = null;
        return null;
    }
}
