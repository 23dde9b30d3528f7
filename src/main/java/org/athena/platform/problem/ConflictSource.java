package org.athena.platform.problem;

import java.util.List;

/** The conflicts of a feature's tables. A bean of this type is found by {@link Conflicts}. */
public interface ConflictSource {

    List<Conflict> conflicts();
}
