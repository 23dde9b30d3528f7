package org.athena.platform.request;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Allows each key one piece of work at a time on this instance. Further work is refused and does not wait.
 *
 * @param <K> the type of the keys
 */
public final class OneAtATime<K> {

    private final Set<K> atWork = ConcurrentHashMap.newKeySet();
    private final Supplier<? extends RuntimeException> refusal;

    /** @param refusal makes the exception for refused work */
    public OneAtATime(Supplier<? extends RuntimeException> refusal) {
        this.refusal = refusal;
    }

    /**
     * Carries out the work, unless work of the same key is running.
     *
     * @throws Exception what the work throws
     */
    public <T> T during(K key, Callable<T> work) throws Exception {
        if (!atWork.add(key)) {
            throw refusal.get();
        }
        try {
            return work.call();
        } finally {
            atWork.remove(key);
        }
    }
}
