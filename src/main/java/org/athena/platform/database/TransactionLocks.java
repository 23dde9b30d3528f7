package org.athena.platform.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Locks that hold on every instance until the transaction ends (PostgreSQL's advisory locks). They also work behind a pooler,
 * where a lock of the session would stay on a connection that another client gets next.
 */
@ApplicationScoped
public class TransactionLocks {

    private final EntityManager entities;

    TransactionLocks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes the lock with this name for the current transaction, without waiting.
     *
     * @return whether it was free
     */
    public boolean take(Object... words) {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:number)", Boolean.class)
                .setParameter("number", number(words))
                .getSingleResult();
    }

    /**
     * The number of the lock with this name in PostgreSQL. It comes from a cryptographic hash, so that nobody can choose a name
     * with the number of another lock.
     */
    public static long number(Object... words) {
        String joined = Stream.of(words).map(String::valueOf).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
