package org.athena.platform.tenancy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.athena.platform.identity.CurrentToken;
import org.athena.platform.identity.VerifiedToken;
import org.athena.platform.json.Uuids;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.request.FilterPriorities;
import org.athena.platform.request.RequestId;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Checks token, user, school and permission of every request, in this order, and then sets the request's context. */
class TenancyFilter {

    static final String SCHOOL_HEADER = "X-School-Id";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentToken token;
    private final CallerDirectory directory;
    private final AuthContextHolder holder;
    private final RequestId requestId;
    private final TenancyConfig config;

    TenancyFilter(
            CurrentToken token,
            CallerDirectory directory,
            AuthContextHolder holder,
            RequestId requestId,
            TenancyConfig config) {
        this.token = token;
        this.directory = directory;
        this.holder = holder;
        this.requestId = requestId;
        this.config = config;
    }

    @ServerRequestFilter(priority = FilterPriorities.TENANCY)
    void enter(ContainerRequestContext request, ResourceInfo route) {
        AccessRule rule = AccessRule.of(route.getResourceMethod());
        if (rule.open()) {
            return;
        }
        VerifiedToken verified = token.require();
        Optional<UUID> named = namedSchool(request);
        boolean strong = "aal2".equals(verified.assuranceLevel()) || !config.superadminNeedsSecondFactor();
        String action =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
        Optional<Caller> known = directory.enter(verified, named, strong, requestId.value(), action);
        Caller caller = rule.anyAccount() ? known.orElse(Caller.stranger(verified)) : known(known);
        if (!caller.active() && !(rule.anyAccount() && caller.invitee())) {
            throw new ProblemException(ProblemCode.AUTH_USER_INACTIVE, "This account has been switched off.");
        }
        boolean platform = caller.superadmin() && strong;
        Optional<UUID> school = new SchoolChoice(
                        caller, platform, named, verified.schoolHint(), SAFE.contains(request.getMethod()))
                .resolve(rule.school());
        AuthContext context = context(verified, caller, platform, school);
        rule.check(context);
        holder.set(context);
        MDC.put(RequestId.USER_FIELD, context.userId().toString());
        school.ifPresent(id -> MDC.put(RequestId.SCHOOL_FIELD, id.toString()));
    }

    private static Caller known(Optional<Caller> caller) {
        return caller.orElseThrow(() ->
                new ProblemException(ProblemCode.AUTH_USER_UNKNOWN, "Nobody has added this account to a school yet."));
    }

    private static AuthContext context(VerifiedToken token, Caller caller, boolean platform, Optional<UUID> school) {
        Optional<Membership> membership = school.flatMap(caller::membershipIn);
        Set<Permission> permissions =
                new HashSet<>(membership.map(m -> Role.permissionsOf(m.roles())).orElse(Set.of()));
        if (platform) {
            permissions.addAll(Role.SUPERADMIN);
        }
        return new AuthContext(
                caller.userId(),
                caller.email(),
                caller.fullName(),
                platform,
                caller.superadmin() && !platform,
                school,
                membership,
                caller.memberships(),
                Set.copyOf(permissions),
                token.sessionId(),
                token.assuranceLevel());
    }

    private static Optional<UUID> namedSchool(ContainerRequestContext request) {
        List<String> values = request.getHeaders().getOrDefault(SCHOOL_HEADER, List.of());
        if (values.stream().distinct().count() > 1) {
            throw invalidSchool(FaultCode.SENT_TWICE, "is sent more than once, with different values");
        }
        return values.stream().findFirst().map(TenancyFilter::parse);
    }

    private static UUID parse(String value) {
        return Uuids.canonical(value).orElseThrow(() -> invalidSchool(FaultCode.NOT_A_UUID, "is not a UUID"));
    }

    private static ProblemException invalidSchool(FaultCode code, String message) {
        return new ProblemException(
                ProblemCode.TENANT_INVALID_SCHOOL_ID,
                SCHOOL_HEADER + " " + message + ".",
                List.of(new Violation(SCHOOL_HEADER, "header", message, code)));
    }

    @ServerResponseFilter
    void echo(ContainerResponseContext response) {
        holder.find()
                .flatMap(AuthContext::school)
                .ifPresent(school -> response.getHeaders().putSingle(SCHOOL_HEADER, school.toString()));
    }
}
