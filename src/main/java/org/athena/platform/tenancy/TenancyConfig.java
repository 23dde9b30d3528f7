package org.athena.platform.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests get their school and callers their rights. */
@ConfigMapping(prefix = "athena.tenancy")
interface TenancyConfig {

    /**
     * Whether the platform flag counts only for a session with a second factor ({@code aal2}). Default true; dev mode, whose
     * demo accounts have none, says false.
     */
    @WithDefault("true")
    boolean superadminNeedsSecondFactor();

    /**
     * Whether every request asks if the token's session still lives, {@code ATHENA_STRONG_REVOCATION}; needs
     * {@code supabase/revocation.sql} in the database. Default false: a token is good until it expires.
     */
    @WithDefault("false")
    boolean strongRevocation();
}
