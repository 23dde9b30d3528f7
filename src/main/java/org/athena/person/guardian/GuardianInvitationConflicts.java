package org.athena.person.guardian;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;
import org.athena.platform.problem.FaultCode;

/** The conflicts of guardians' invitations. */
@Singleton
class GuardianInvitationConflicts implements ConflictSource {

    static final Conflict LIST_CHANGED = Conflict.found(
            FaultCode.CONFLICTS,
            "invitation.list_changed",
            "list_hash",
            "The guardians or their e-mails have changed since the dry run. Look at the list again.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(LIST_CHANGED);
    }
}
