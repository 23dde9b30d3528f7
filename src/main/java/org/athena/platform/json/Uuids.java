package org.athena.platform.json;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as callers write them, wherever they write them: in JSON, in a query, in a header. */
public final class Uuids {

    private Uuids() {}

    /**
     * @param written a UUID in its canonical form (RFC 9562, section 4), in either case
     * @return empty for anything else; {@link UUID#fromString} would also take shortened groups
     */
    public static Optional<UUID> canonical(String written) {
        try {
            UUID id = UUID.fromString(written);
            return id.toString().equalsIgnoreCase(written) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
