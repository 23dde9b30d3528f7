package org.athena.platform.idempotency;

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

/** The keys of the caller's requests in the last 24 hours, with the answers they got. */
@RequestScoped
class IdempotencyKeys {

    /**
     * @param status null while the request is being worked on, by this very transaction
     */
    record Stored(UUID id, String requestHash, Integer status, String location, String etag, String body) {

        boolean answered() {
            return status != null;
        }
    }

    // One turn for both. The statements that follow see what the lock's last holder has written.
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
     * Takes the key for this request, or finds what an earlier one was answered.
     *
     * @throws ProblemException 409 when the earlier one is still at work, on whatever instance; 422 when it had another body
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

    static ProblemException inProgress() {
        return new ProblemException(
                        ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                        "A request with this Idempotency-Key is still being carried out. Repeat it to get its answer.")
                .header("Retry-After", "1");
    }

    /**
     * What an earlier request with the key was answered; empty as long as it is at work.
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

    /** Always of the caller, in the school of the request. */
    private Query of(Query query, String path, String key) {
        return query.setParameter("user", caller.userId())
                .setParameter("school", school())
                .setParameter("path", path)
                .setParameter("key", key);
    }

    private String school() {
        return caller.school().map(UUID::toString).orElse(null);
    }

    /** Keeps the answer. One that cannot be kept would be given a second time by doing everything again: then nothing is done. */
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
