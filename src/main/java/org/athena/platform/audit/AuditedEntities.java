package org.athena.platform.audit;

import java.util.List;

/**
 * The tables of a feature that write lines of the audit log, and how their rows are called. {@link EntityNames} collects all beans of
 * this type, and the API's description lists the tables of all of them.
 */
public interface AuditedEntities {

    List<AuditedEntity> audited();
}
