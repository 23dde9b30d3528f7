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
}
