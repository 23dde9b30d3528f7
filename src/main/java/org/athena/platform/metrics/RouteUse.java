package org.athena.platform.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Counts the calls of each route for each school since the start of this instance. This is not a metric, because a label for each
 * school would make too many series. The least recently called pairs are dropped, so that their number stays bounded.
 */
@Singleton
public class RouteUse {

    private static final int MAX_PAIRS = 20_000;

    private record Pair(String route, Optional<UUID> school) {}

    /**
     * @param route the method and the template of the route
     * @param schoolId the school, null for requests without one
     * @param requests the number of requests
     */
    public record Line(String route, UUID schoolId, long requests) {}

    private final Cache<Pair, LongAdder> counts =
            Caffeine.newBuilder().maximumSize(MAX_PAIRS).build();

    /**
     * @param route the method and the template of the route
     * @param school the school's id, or null
     */
    public void count(String route, String school) {
        counts.get(new Pair(route, Optional.ofNullable(school).map(UUID::fromString)), pair -> new LongAdder())
                .increment();
    }

    /** The pairs with the most requests first. */
    public List<Line> most(int limit) {
        return counts.asMap().entrySet().stream()
                .map(RouteUse::line)
                .sorted(Comparator.comparingLong(Line::requests).reversed().thenComparing(Line::route))
                .limit(limit)
                .toList();
    }

    private static Line line(Map.Entry<Pair, LongAdder> entry) {
        return new Line(
                entry.getKey().route(),
                entry.getKey().school().orElse(null),
                entry.getValue().sum());
    }
}
