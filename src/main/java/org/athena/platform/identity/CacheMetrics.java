package org.athena.platform.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import com.github.benmanes.caffeine.cache.Cache;

/** How often the memory of tokens knew the answer, and how much it holds. */
class CacheMetrics {

    private final MeterRegistry registry;

    CacheMetrics(MeterRegistry registry, Cache<?, ?> good, Cache<?, ?> bad) {
        this.registry = registry;
        size("good", good);
        size("bad", bad);
    }

    void good(boolean hit) {
        count("good", hit);
    }

    void bad(boolean hit) {
        count("bad", hit);
    }

    private void count(String cache, boolean hit) {
        Counter.builder("athena.auth.cache.lookups")
                .description("Look-ups of tokens that were examined lately")
                .tag("cache", cache)
                .tag("result", hit ? "hit" : "miss")
                .register(registry)
                .increment();
    }

    private void size(String name, Cache<?, ?> cache) {
        Gauge.builder("athena.auth.cache.size", cache, Cache::estimatedSize)
                .description("Tokens that are remembered")
                .tag("cache", name)
                .strongReference(true)
                .register(registry);
    }
}
