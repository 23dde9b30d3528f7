package org.athena.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.athena.platform.database.TransactionLocks;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.Sha256;
import org.athena.platform.tenancy.AuthContext;

/** The keys of the caller's requests in the last 24 hours, with their answers. */
@RequestScoped
class IdempotencyKeys {

    /** @param status null while the request is being carried out, in this transaction */
    record Stored(UUID id, String requestHash, Integer status, String location, String etag, String body) {

        boolean answered() {
            return status != null;
        }
    }

    // Both statements in one round trip. Later statements see what the last holder of the lock wrote.
    private static final String TAKE = """
            select case when pg_try_advisory_xact_lock(:lock)
                        then cast(athena.forget_idempotency_keys(:path, :key) as text) is not null
                        else false end""";

    private static final String CLAIM = """
            insert into athena.idempotency_keys (school_id, user_id, method, path, key, request_hash)
            values (cast(:school as uuid), :user, 'POST', :path, :key, :hash) on conflict do nothing""";

    private static final String FIND = """
            select id, request_hash, status, location, etag, body from athena.idempotency_keys
             where user_id = :user and school_id is not distinct from cast(:school as uuid)
               and method = 'POST' and path = :path and key = :key
               and created_at >= now() - interval '24 hours'""";

    private static final String ANSWER = """
            update athena.idempotency_keys set status = :status, location = :location, etag = :etag, body = :body
             where id = :id""";

    private final EntityManager entities;
    private final AuthContext caller;

    IdempotencyKeys(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * Takes the key for this request, or finds the answer of an earlier one.
     *
     * @throws ProblemException 409 when the earlier request is still being carried out, on any instance; 422 when it had another
     *     body
     */
    Stored claim(String path, String key, byte[] request) {
        if (!take(path, key)) {
            throw inProgress();
        }
        of(entities.createNativeQuery(CLAIM), path, key)
                .setParameter("hash", sha256(request))
                .executeUpdate();
        return find(path, key, request)
                .orElseThrow(() -> new IllegalStateException("the idempotency key could not be taken"));
    }

    private boolean take(String path, String key) {
        return (Boolean) entities.createNativeQuery(TAKE, Boolean.class)
                .setParameter("lock", lock(path, key))
                .setParameter("path", path)
                .setParameter("key", key)
                .getSingleResult();
    }

    /** The lock of the caller's key, in the school of the request. */
    long lock(String path, String key) {
        return TransactionLocks.number("idempotency", caller.userId(), school(), "POST", path, key);
    }

    /** A hash of the caller's key and of the body. */
    String fingerprint(String path, String key, byte[] request) {
        String all = String.join("\n", caller.userId().toString(), school(), path, key, sha256(request));
        return sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    static ProblemException inProgress() {
        return new ProblemException(
                        ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                        "A request with this Idempotency-Key is still being carried out. Repeat it to get its answer.")
                .header("Retry-After", "1");
    }

    /**
     * The answer of an earlier request with the key; empty while it is being carried out.
     *
     * @throws ProblemException 422 when it had another body
     */
    Optional<Stored> find(String path, String key, byte[] request) {
        @SuppressWarnings("unchecked")
        Stream<Tuple> rows =
                of(entities.createNativeQuery(FIND, Tuple.class), path, key).getResultStream();
        Optional<Stored> stored = rows.map(IdempotencyKeys::stored).findFirst();
        if (stored.isPresent() && !stored.get().requestHash().equals(sha256(request))) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was sent before with another body.");
        }
        return stored;
    }

    private static Stored stored(Tuple row) {
        return new Stored(
                row.get("id", UUID.class),
                row.get("request_hash", String.class),
                row.get("status", Integer.class),
                row.get("location", String.class),
                row.get("etag", String.class),
                row.get("body", String.class));
    }

    /** Sets the parameters for a key of the caller in the school of the request. */
    private Query of(Query query, String path, String key) {
        return query.setParameter("user", caller.userId())
                .setParameter("school", school())
                .setParameter("path", path)
                .setParameter("key", key);
    }

    private String school() {
        return caller.school().map(UUID::toString).orElse(null);
    }

    /** Stores the answer. If it cannot be stored, the request fails, because a repetition would do everything again. */
    void answer(UUID id, int status, String location, String etag, String body) {
        int kept = entities.createNativeQuery(ANSWER)
                .setParameter("status", status)
                .setParameter("location", location)
                .setParameter("etag", etag)
                .setParameter("body", body)
                .setParameter("id", id)
                .executeUpdate();
        if (kept != 1) {
            throw new IllegalStateException("the answer could not be kept under its idempotency key");
        }
    }

    private static String sha256(byte[] request) {
        return HexFormat.of().formatHex(Sha256.of(request));
    }
}
