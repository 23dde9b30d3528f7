package org.athena.devmode;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/** A second factor of an account: an authenticator app that knows the secret. */
class Factor {

    /** How long a challenge waits for its code. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    final UUID id = UUID.randomUUID();
    final String name;
    final byte[] secret = Totp.secret();
    private final Instant createdAt;
    private final Map<UUID, Instant> challenges = new LinkedHashMap<>();
    private Instant updatedAt;
    private Instant challengedAt;
    private boolean verified;
    private long lastStep;

    Factor(String name, Instant now) {
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    synchronized boolean verified() {
        return verified;
    }

    synchronized UUID challenge(Instant now) {
        challenges.values().removeIf(since -> expired(since, now));
        UUID challenge = UUID.randomUUID();
        challenges.put(challenge, now);
        challengedAt = now;
        return challenge;
    }

    /** When the challenge was made; empty when it is not the factor's, or was met. */
    synchronized Optional<Instant> challenged(UUID challenge) {
        return Optional.ofNullable(challenges.get(challenge));
    }

    static boolean expired(Instant challenged, Instant now) {
        return now.isAfter(challenged.plus(PATIENCE));
    }

    /** Takes the code of this step, the one before or the next one; each once, and none older than the last one taken. */
    synchronized boolean take(UUID challenge, String code, Instant now) {
        boolean fits = open(now).anyMatch(step -> {
            boolean same = Totp.code(secret, step).equals(code);
            lastStep = same ? step : lastStep;
            return same;
        });
        if (fits) {
            challenges.remove(challenge);
            verified = true;
            updatedAt = now;
        }
        return fits;
    }

    /** The next code that is taken; empty when those of this step and its neighbours were used. */
    synchronized Optional<String> code(Instant now) {
        return open(now).mapToObj(step -> Totp.code(secret, step)).findFirst();
    }

    private LongStream open(Instant now) {
        long step = now.getEpochSecond() / Totp.STEP_SECONDS;
        return LongStream.rangeClosed(Math.max(step - 1, lastStep + 1), step + 1);
    }

    /** As the user object has it. */
    synchronized Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id.toString());
        view.put("friendly_name", name);
        view.put("factor_type", "totp");
        view.put("status", verified ? "verified" : "unverified");
        view.put("created_at", createdAt.toString());
        view.put("updated_at", updatedAt.toString());
        if (challengedAt != null) {
            view.put("last_challenged_at", challengedAt.toString());
        }
        return view;
    }
}
