package org.athena.platform.tenancy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows the caller of a route may touch: all of the school, or the own ones of the roles that grant it. A permission reaches
 * the rows of the role that holds it and no others: a teacher who is also a parent takes attendance in their classes and not of
 * their child.
 *
 * @param all whether every row of the school
 * @param own the roles whose own rows count; empty when all do
 */
public record Reach(boolean all, Set<Role> own) {

    /**
     * The union of what the caller's roles grant.
     *
     * @param permissions the permissions of the route, of which one is enough
     */
    public static Reach of(AuthContext caller, Permission... permissions) {
        Set<Role> own = EnumSet.noneOf(Role.class);
        boolean all = caller.platform() && grants(Role.SUPERADMIN, permissions);
        for (Role role : caller.roles()) {
            all |= grants(role.all(), permissions);
            if (Stream.of(permissions).anyMatch(role.own()::contains)) {
                own.add(role);
            }
        }
        return new Reach(all, all ? Set.of() : Set.copyOf(own));
    }

    private static boolean grants(Set<Permission> held, Permission... permissions) {
        return Stream.of(permissions).anyMatch(permission -> permission.grantedBy(held));
    }

    /** Whether own rows of the role count, or all rows. */
    public boolean includes(Role role) {
        return all || own.contains(role);
    }
}
