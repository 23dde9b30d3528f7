package org.athena.person.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for invitations. */
@ConfigMapping(prefix = "athena.invitation")
public interface InvitationConfig {

    /** For how many days an invitation may be accepted, {@code ATHENA_INVITATION_DAYS}. Default 30. */
    @WithDefault("30")
    int days();
}
