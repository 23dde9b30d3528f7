package org.athena.platform.limits;

import java.util.OptionalLong;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.athena.platform.operations.ClientAddress;
import org.athena.platform.operations.FilterPriorities;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;

/** Refuses expensive work that one caller asks for too often, before the body is read. */
class LimitFilter {

    private final RequestShares shares;
    private final Provider<AuthContext> caller;

    LimitFilter(RequestShares shares, Provider<AuthContext> caller) {
        this.shares = shares;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = FilterPriorities.LIMITS)
    void count(ContainerRequestContext request, ResourceInfo route, RoutingContext routing) {
        Limited limited = route.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null || limited.value() == Work.SEARCH && !searches(request)) {
            return;
        }
        OptionalLong wait = shares.take(limited.value(), caller.get().userId(), ClientAddress.of(routing.request()));
        if (wait.isPresent()) {
            throw new ProblemException(ProblemCode.RATE_LIMITED, "This was asked for too often. Try again in a while.")
                    .header("Retry-After", String.valueOf(wait.getAsLong()));
        }
    }

    private static boolean searches(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().containsKey("q");
    }
}
