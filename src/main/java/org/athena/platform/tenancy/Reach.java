package org.athena.platform.tenancy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows that the caller of a route may use: all rows of the school, or the own rows of the roles with the permission. A
 * permission applies only to the rows of the role that has it. For example, a teacher who is also a parent takes attendance in
 * their classes, but not for their child.
 *
 * @param all whether all rows of the school count
 * @param own the roles whose own rows count; empty when all rows count
 */
public record Reach(boolean all, Set<Role> own) {

    /**
     * The rows for the caller's roles together.
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
}
