package org.athena.person;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;

/** The conflicts of users and memberships. */
@Singleton
class PersonConflicts implements ConflictSource {

    static final Conflict EMAIL_TAKEN =
            new Conflict("uq_users_email", "user.email_taken", "email", "Another person has this e-mail.");

    static final Conflict ALREADY_THERE = new Conflict(
            "uq_school_memberships_school_id_user_id",
            "membership.already_there",
            "user_id",
            "The person is already a member of the school, or is invited.");

    static final Conflict LAST_RECTOR = new Conflict(
            "ck_school_memberships_last_rector",
            "membership.last_rector",
            "roles",
            "The school must keep at least one active rector.");

    static final Conflict SUPERADMIN =
            Conflict.found("user.superadmin", "The person is a superadmin. Set is_superadmin to false first.");

    static final Conflict BY_INVITATION = Conflict.found(
            "membership.invited", "Only the person can make the membership active, by accepting an invitation.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(
                EMAIL_TAKEN,
                ALREADY_THERE,
                new Conflict(
                        "ck_guardians_account",
                        "invitation.guardian_has_account",
                        "secret",
                        "The guardian whom the invitation is for has another account already."),
                new Conflict(
                        "ck_school_memberships_guardian_email",
                        "invitation.guardian_email",
                        "guardian_id",
                        "The guardian has another e-mail now. Invite the guardians of the section again."),
                LAST_RECTOR,
                SUPERADMIN,
                BY_INVITATION,
                new Conflict(
                        "ck_users_last_superadmin",
                        "user.last_superadmin",
                        "is_superadmin",
                        "The installation must keep at least one superadmin."));
    }
}
