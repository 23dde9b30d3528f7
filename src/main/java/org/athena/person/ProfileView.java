package org.athena.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Membership;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;

/**
 * The caller as the service knows them.
 *
 * @param isSuperadmin whether they have the platform flag
 * @param secondFactorRequired whether the platform flag does not count until the caller signs in with a second factor
 * @param schoolId the active school, or null
 * @param permissions the caller's permissions in the active school
 */
record ProfileView(
        UUID id,
        String email,
        String fullName,
        boolean isSuperadmin,
        boolean secondFactorRequired,
        @MayBeNull UUID schoolId,
        @CodeOf(Permission.class) List<String> permissions,
        List<MembershipView> memberships) {

    /** One membership of the caller. */
    record MembershipView(
            UUID id,
            UUID schoolId,
            String schoolName,
            @CodeOf(Role.class) List<String> roles) {

        static MembershipView of(Membership membership) {
            return new MembershipView(
                    membership.id(), membership.schoolId(), membership.schoolName(), codes(membership.roles()));
        }

        private static List<String> codes(Set<Role> roles) {
            return roles.stream().map(Role::code).sorted().toList();
        }
    }

    static ProfileView of(AuthContext caller, String fullName) {
        return new ProfileView(
                caller.userId(),
                caller.email(),
                fullName,
                caller.platform() || caller.secondFactorRequired(),
                caller.secondFactorRequired(),
                caller.school().orElse(null),
                caller.permissions().stream().map(Permission::code).sorted().toList(),
                caller.memberships().stream().map(MembershipView::of).toList());
    }
}
