package org.athena.platform.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for the school and the rights of callers. */
@ConfigMapping(prefix = "athena.tenancy")
interface TenancyConfig {

    /**
     * Whether the platform flag counts only for a session with a second factor ({@code aal2}). Default true, in dev mode
     * too: the demo superadmin enrols one.
     */
    @WithDefault("true")
    boolean superadminNeedsSecondFactor();

    /**
     * Whether every request checks that the token's session still exists, {@code ATHENA_STRONG_REVOCATION}; needs {@code
     * supabase/revocation.sql} in the database. Default false: a token is valid until it expires.
     */
    @WithDefault("false")
    boolean strongRevocation();
}
