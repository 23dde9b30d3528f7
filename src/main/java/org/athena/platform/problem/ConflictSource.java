package org.athena.platform.problem;

import java.util.List;

/**
 * The conflicts of a feature, also those that no constraint finds. {@link Conflicts} collects all beans of this type, and the API's
 * description lists the reasons of all of them.
 */
public interface ConflictSource {

    List<Conflict> conflicts();
}
