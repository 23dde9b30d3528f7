package org.athena.platform.audit;

import java.util.Map;
import java.util.UUID;

/**
 * How a row is called.
 *
 * @param name null when it has none, or the caller may not see it
 * @param refs the ids of rows that it leads to, by the names that they have in an answer
 */
public record EntityName(String name, Map<String, UUID> refs) {

    /** Of a row that the caller does not see. */
    public static final EntityName UNKNOWN = new EntityName(null, Map.of());
}
