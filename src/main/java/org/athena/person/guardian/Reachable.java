package org.athena.person.guardian;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a guardian is reached, in the words of {@link GuardianDirectory}. */
@Schema(name = "GuardianReach")
enum Reachable {
    /** Signs in already. */
    has_account(false),
    /** Has an invitation that may still be accepted. */
    invited(false),
    /** Declined the last invitation. */
    declined(false),
    /** Is a member of the school with this e-mail, or invited to it, and is asked whether they are the guardian. */
    member(true),
    /** Gets an invitation. */
    unknown(true),
    no_email(false),
    /** Another guardian of the school has the same e-mail. */
    shared_email(false),
    /** The e-mail is the caller's, who cannot invite themselves. */
    own_email(false);

    private final boolean invitable;

    Reachable(boolean invitable) {
        this.invitable = invitable;
    }

    boolean invitable() {
        return invitable;
    }

    /** Whether nobody can send them anything: the school hands them a paper. */
    boolean onPaper() {
        return this == no_email || this == shared_email || this == own_email;
    }
}
