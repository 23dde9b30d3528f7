package org.athena.platform.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;

/**
 * The methods that an address takes, which a 405 must name (RFC 9110, section 15.5.6). Quarkus REST knows them, but does not name
 * them; it even answers 404 when the address begins like that of another resource. They are read from the routes of Quarkus REST
 * itself.
 *
 * @param method the method of the request
 * @param taken the methods that the address takes, in alphabetical order; empty when nothing is at the address
 */
record AllowedMethods(String method, SortedSet<String> taken) {

    /** The methods at the address of the current request. */
    static AllowedMethods here() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        SortedSet<String> taken = new TreeSet<>();
        request.getDeployment().getClassMappers().stream()
                .flatMap(routes -> of(routes, request.getPathWithoutPrefix()))
                .forEach(taken::add);
        // Quarkus itself answers these methods.
        if (taken.contains("GET")) {
            taken.add("HEAD");
        }
        if (!taken.isEmpty()) {
            taken.add("OPTIONS");
        }
        return new AllowedMethods(request.getMethod(), taken);
    }

    /** Whether the address takes other methods than that of the request. */
    boolean refused() {
        return !taken.isEmpty() && !taken.contains(method);
    }

    /** The value of {@code Allow}. */
    String header() {
        return String.join(", ", taken);
    }

    /** Searches the resources whose paths begin alike for routes that match the rest of the path. */
    private static Stream<String> of(RequestPath<InitialMatch> routes, String path) {
        RequestMatch<InitialMatch> match = new RequestMapper<>(new ArrayList<>(List.of(routes))).map(path);
        return match == null
                ? Stream.empty()
                : Arrays.stream(match.value.handlers)
                        .filter(ClassRoutingHandler.class::isInstance)
                        .flatMap(handler -> of((ClassRoutingHandler) handler, match.remaining));
    }

    private static Stream<String> of(ClassRoutingHandler routes, String rest) {
        return routes.getMappers().entrySet().stream()
                // A mapper without a method leads to a sub-resource.
                .filter(mapper -> mapper.getKey() != null)
                .filter(mapper -> mapper.getValue().map(rest.isEmpty() ? "/" : rest) != null)
                .map(mapper -> mapper.getKey());
    }
}
