package org.athena.platform.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;

/** The only way into a school's data outside a request: for jobs, imports and tests. */
@ApplicationScoped
public class Tenancy {

    private final AuthContextHolder holder;

    Tenancy(AuthContextHolder holder) {
        this.holder = holder;
    }

    /**
     * Runs work for one school on behalf of one user. The work has no permissions of the user, because the caller has decided
     * what is allowed.
     *
     * @param school the school whose rows the work can use
     * @param user the user in the audit log
     * @param work the work; it opens its own transaction
     * @return the result of the work
     */
    public <T> T as(UUID school, UUID user, Supplier<T> work) {
        return in(Optional.of(school), user, false, work);
    }

    /**
     * Runs work of the service itself in a school. The work has no permissions. The audit log shows no user, and rows that belong
     * to one user, such as their own account, are not visible.
     *
     * @param school the school whose rows the work can use
     * @param work the work; it opens its own transaction
     * @return the result of the work
     */
    public <T> T asSystem(UUID school, Supplier<T> work) {
        return in(Optional.of(school), null, false, work);
    }

    /**
     * Runs work of the operator's commands, outside any school. The audit log shows the nil UUID as the user.
     *
     * @param work the work; it opens its own transaction
     * @return the result of the work
     */
    public <T> T onPlatform(Supplier<T> work) {
        return in(Optional.empty(), new UUID(0, 0), true, work);
    }

    /**
     * Uses a fresh request context. The scheduler and the management port activate one without a caller, which is put back
     * afterwards.
     */
    private <T> T in(Optional<UUID> school, UUID user, boolean platform, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        ContextState outer = request.getStateIfActive();
        if (outer != null && holder.find().isPresent()) {
            throw new IllegalStateException("a request has its caller already");
        }
        request.activate();
        try {
            holder.set(context(school, user, platform));
            return work.get();
        } finally {
            request.terminate();
            if (outer != null) {
                request.activate(outer);
            }
        }
    }

    private static AuthContext context(Optional<UUID> school, UUID user, boolean platform) {
        return new AuthContext(
                user, "", "", platform, false, school, Optional.empty(), List.of(), Set.of(), Optional.empty(), "");
    }
}
