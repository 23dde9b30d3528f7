package org.athena.person;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.athena.platform.supabase.SupabaseAccounts;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Writes a person's roles in a school into their account at Supabase, so that the page can choose a first view. It is sent after
 * the commit, in the background. It grants nothing, so a lost hint does no harm.
 */
@ApplicationScoped
class MembershipHint {

    /** @param roles empty when the membership is not active */
    record Changed(UUID user, UUID school, List<String> roles) {

        static Changed of(SchoolMembership membership) {
            boolean active = membership.status == SchoolMembership.Status.active;
            return new Changed(
                    membership.userId, membership.schoolId, active ? List.copyOf(membership.roles) : List.of());
        }
    }

    private final SupabaseAccounts accounts;
    private final ManagedExecutor executor;
    private final Event<Changed> changes;

    MembershipHint(SupabaseAccounts accounts, ManagedExecutor executor, Event<Changed> changes) {
        this.accounts = accounts;
        this.executor = executor;
        this.changes = changes;
    }

    /** To be called inside the transaction that changes the membership. */
    void announce(SchoolMembership membership) {
        changes.fire(Changed.of(membership));
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        executor.execute(() -> accounts.hint(change.user(), change.school(), change.roles()));
    }
}
