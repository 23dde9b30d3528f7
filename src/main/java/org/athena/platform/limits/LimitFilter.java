package org.athena.platform.limits;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.ClientAddress;
import org.athena.platform.request.FilterPriorities;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.AuthContextHolder;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;

/** Refuses a request before its body is read when the caller has sent too many, or has too many in progress. */
class LimitFilter {

    private final RequestShares shares;
    private final RequestAtWork atWork;
    private final AuthContextHolder caller;

    LimitFilter(RequestShares shares, RequestAtWork atWork, AuthContextHolder caller) {
        this.shares = shares;
        this.atWork = atWork;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = FilterPriorities.LIMITS)
    void count(ContainerRequestContext request, ResourceInfo route, RoutingContext routing) {
        Optional<UUID> user = caller.find().map(AuthContext::userId);
        user.ifPresent(atWork::of);
        Limited limited = route.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null || limited.value() == Work.SEARCH && !searches(request)) {
            return;
        }
        String client = ClientAddress.of(routing.request());
        OptionalLong wait = user.isPresent()
                ? shares.take(limited.value(), user.get(), client)
                : shares.take(limited.value(), client);
        if (wait.isPresent()) {
            String who = user.isPresent() ? "You sent too many requests" : "There were too many requests";
            throw new ProblemException(
                            ProblemCode.RATE_LIMITED,
                            who + " of this kind. Try again in " + seconds(wait.getAsLong()) + ".")
                    .header("Retry-After", String.valueOf(wait.getAsLong()));
        }
    }

    private static String seconds(long count) {
        return count == 1 ? "1 second" : count + " seconds";
    }

    private static boolean searches(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().containsKey("q");
    }
}
