package org.athena.platform.database;

import java.sql.SQLException;
import java.util.UUID;

import org.athena.platform.migration.ServiceSession;

/**
 * For whom a transaction works, as the service tells the database.
 *
 * @param user the caller, or null
 * @param school the school of the request, or null
 * @param platform whether the platform flag counts
 */
public record Settings(UUID user, UUID school, boolean platform) {

    public static final Settings NONE = of(null, null);

    /** Of a person in a school, of a superadmin whose flag does not count, of the system without a person. */
    public static Settings of(UUID user, UUID school) {
        return new Settings(user, school, false);
    }

    public static Settings onPlatform(UUID superadmin, UUID school) {
        return new Settings(superadmin, school, true);
    }

    /** A session of the restricted role under these settings. Behind a pooler there are few at a time: one after the other. */
    public ServiceSession open() throws SQLException {
        return ServiceSession.of(this);
    }
}
