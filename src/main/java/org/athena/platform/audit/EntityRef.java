package org.athena.platform.audit;

import java.util.UUID;

/**
 * A row that a line of the audit log is about.
 *
 * @param table the table
 * @param id the id of the row
 */
public record EntityRef(String table, UUID id) {}
