package org.athena.platform.limits;

import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.athena.platform.request.MinuteCounts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Counts expensive requests by the minute in the memory of this instance. With n instances a caller gets up to n times the limit,
 * but no request depends on a shared store. The memory is bounded: a flood of users pushes out the oldest counts.
 */
@Singleton
class RequestShares {

    private static final int MAX_SHARES = 10_000;

    /** The owner of the share of all addresses together. */
    private static final Object EVERYBODY = new Object();

    private record Share(Work work, Object owner) {}

    private final LimitConfig config;
    private final MinuteCounts<Share> taken;
    private final MeterRegistry registry;

    RequestShares(LimitConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.taken = new MinuteCounts<>(clock, MAX_SHARES);
        this.registry = registry;
    }

    /** Registered at the start, so that a scrape shows the first refusal as an increase. */
    void register(@Observes StartupEvent event) {
        for (Work work : Work.values()) {
            refusals(work);
        }
    }

    private Counter refusals(Work work) {
        return Counter.builder("athena.requests.limited")
                .description("Requests that were refused because the caller had used up their share")
                .tag("work", work.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /**
     * Takes one request from the user's share, then from the share of the address. A user who has used up their own share takes
     * nothing from others at the same address.
     *
     * @return the seconds until the share is renewed; empty when the request may continue
     */
    OptionalLong take(Work work, UUID user, String client) {
        int limit = config.perMinute(work);
        boolean free = limit == 0
                || taken.add(new Share(work, user)) <= limit
                        && taken.add(new Share(work, client)) <= (long) limit * config.clientFactor();
        if (!free) {
            refused(work);
        }
        return free ? OptionalLong.empty() : OptionalLong.of(taken.secondsLeft());
    }

    /**
     * Takes one request without a user from the share of the address, then from that of all addresses. Once that of all is used up,
     * no address is remembered any more: addresses are easier to come by than users, and would push out the counts of users.
     *
     * @return the seconds until the share is renewed; empty when the request may continue
     */
    OptionalLong take(Work work, String client) {
        int limit = config.perMinute(work);
        long limitOfAll = (long) limit * config.clientFactor();
        Share all = new Share(work, EVERYBODY);
        boolean free = limit == 0
                || taken.of(all) < limitOfAll
                        && taken.add(new Share(work, client)) <= limit
                        && taken.add(all) <= limitOfAll;
        if (!free) {
            refused(work);
        }
        return free ? OptionalLong.empty() : OptionalLong.of(taken.secondsLeft());
    }

    /** Counts a request that was refused. */
    void refused(Work work) {
        refusals(work).increment();
    }
}
