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
 * The methods that an address takes: a 405 has to tell them (RFC 9110, section 15.5.6), and Quarkus REST, which has tried them all,
 * does not. Where an address begins like that of another resource, it even says 404. Its own routes are asked, so that what is told
 * is what is served.
 *
 * @param method of the request
 * @param taken in alphabetical order; none where there is nothing at all
 */
record AllowedMethods(String method, SortedSet<String> taken) {

    /** At the address of the current request. */
    static AllowedMethods here() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        SortedSet<String> taken = new TreeSet<>();
        request.getDeployment().getClassMappers().stream()
                .flatMap(routes -> of(routes, request.getPathWithoutPrefix()))
                .forEach(taken::add);
        // Quarkus answers these by itself.
        if (taken.contains("GET")) {
            taken.add("HEAD");
        }
        if (!taken.isEmpty()) {
            taken.add("OPTIONS");
        }
        return new AllowedMethods(request.getMethod(), taken);
    }

    /** Whether there is something at the address, for other methods. */
    boolean refused() {
        return !taken.isEmpty() && !taken.contains(method);
    }

    /** The value of {@code Allow}. */
    String header() {
        return String.join(", ", taken);
    }

    /** Of the resources that share the first part of their paths, those that take the rest. */
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
                // Without a method it leads to a further resource.
                .filter(mapper -> mapper.getKey() != null)
                .filter(mapper -> mapper.getValue().map(rest.isEmpty() ? "/" : rest) != null)
                .map(mapper -> mapper.getKey());
    }
}
