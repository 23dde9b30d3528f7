package org.athena.testing;

import java.util.Map;

/**
 * An {@link Installation} that things happen to: its database can be cut off, its password changes in a file, and a collector of
 * traces listens.
 */
public class FragileInstallation extends Installation {

    /** The database is reached through {@link FragileDatabase}. */
    public FragileInstallation() {
        super(new FragileDatabase(), new TraceReceiver());
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.putAll(PasswordFile.of(settings.get("DATABASE_URL")));
        return settings;
    }
}
