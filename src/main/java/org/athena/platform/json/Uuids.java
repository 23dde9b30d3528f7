package org.athena.platform.json;

import java.util.Optional;
import java.util.UUID;

/** UUIDs in the form of the API, used for JSON, query parameters and headers. */
public final class Uuids {

    private Uuids() {}

    /**
     * @param written a UUID in its canonical form (RFC 9562, section 4), in either case
     * @return the UUID; empty for anything else, also for shortened groups, which {@link UUID#fromString} accepts
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
