package org.athena.platform.request;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Work of which each key has one at a time on this instance. Nobody waits.
 *
 * @param <K> whose work it is
 */
public final class OneAtATime<K> {

    private final Set<K> atWork = ConcurrentHashMap.newKeySet();
    private final Supplier<? extends RuntimeException> refusal;

    /** @param refusal what is thrown at whoever comes while there is work of the same key */
    public OneAtATime(Supplier<? extends RuntimeException> refusal) {
        this.refusal = refusal;
    }

    /**
     * Carries out the work, unless there is some of the key already.
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
