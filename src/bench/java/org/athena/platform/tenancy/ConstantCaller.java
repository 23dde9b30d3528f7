package org.athena.platform.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts a caller into a request that nobody has checked: what a bench compares the real door with. */
@ApplicationScoped
public class ConstantCaller {

    private final AuthContextHolder holder;

    ConstantCaller(AuthContextHolder holder) {
        this.holder = holder;
    }

    /** The request is the secretary's from here on. */
    public void enter(UUID school, UUID secretary) {
        Membership membership = new Membership(new UUID(0, 0), school, "Colegio Uno", Set.of(Role.SECRETARY));
        holder.set(new AuthContext(
                secretary,
                "someone@example.org",
                "Ana secretary",
                false,
                false,
                Optional.of(school),
                Optional.of(membership),
                List.of(membership),
                Role.permissionsOf(membership.roles()),
                Optional.empty(),
                "aal1"));
    }
}
