package org.athena.platform.tenancy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * What a route requires of its caller, read from the annotation on the resource method.
 *
 * @param open whether anybody may call it, without a token
 * @param anyAccount whether the account of the token may be unknown here
 * @param anyOf the permissions, of which one is enough; empty when a signed-in user needs no permission
 * @param school whether the route needs a school
 */
record AccessRule(boolean open, boolean anyAccount, List<Permission> anyOf, SchoolNeed school) {

    private static final Map<Method, AccessRule> RULES = new ConcurrentHashMap<>();

    static AccessRule of(Method method) {
        return RULES.computeIfAbsent(method, AccessRule::read);
    }

    private static AccessRule read(Method method) {
        if (method.isAnnotationPresent(Public.class)) {
            return new AccessRule(true, false, List.of(), SchoolNeed.UNUSED);
        }
        if (method.isAnnotationPresent(AnyAccount.class)) {
            return new AccessRule(false, true, List.of(), SchoolNeed.UNUSED);
        }
        Requires requires = method.getAnnotation(Requires.class);
        if (requires != null) {
            return new AccessRule(false, false, List.of(requires.value()), requires.school());
        }
        SignedIn signedIn = method.getAnnotation(SignedIn.class);
        if (signedIn != null) {
            return new AccessRule(false, false, List.of(), signedIn.school());
        }
        // A route without an annotation is closed. The architecture test finds such a route before.
        throw new IllegalStateException("no access rule on " + method);
    }

    /**
     * @throws ProblemException {@code auth.forbidden}, which names the permissions, or {@code auth.second_factor_required} when
     *     the platform flag would be enough
     */
    void check(AuthContext context) {
        if (!anyOf.isEmpty() && !context.may(anyOf.toArray(Permission[]::new))) {
            if (context.secondFactorRequired() && superadminMay()) {
                throw AuthContext.secondFactor();
            }
            List<String> wanted = anyOf.stream().map(Permission::code).toList();
            throw new ProblemException(
                            ProblemCode.AUTH_FORBIDDEN,
                            "This request needs one of the permissions " + join(anyOf) + ".")
                    .with("required_permissions", wanted);
        }
    }

    private boolean superadminMay() {
        return anyOf.stream().anyMatch(permission -> permission.grantedBy(Role.SUPERADMIN));
    }

    private static String join(List<Permission> permissions) {
        return Arrays.stream(permissions.toArray(Permission[]::new))
                .map(Permission::code)
                .collect(Collectors.joining(", "));
    }
}
