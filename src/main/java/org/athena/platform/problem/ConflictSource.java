package org.athena.platform.problem;

import java.util.List;

/** The conflicts of a feature's tables. {@link Conflicts} collects all beans of this type. */
public interface ConflictSource {

    List<Conflict> conflicts();
}
