package org.athena.student;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Restrictions of guardians that a link to a new student takes over, for many guardians at once. */
public final class StandingRestrictions {

    private static final String RESTRICTED = """
            from Guardian g where is_any_of(g.id, ?1)
               and g.id in (select l.guardian.id from StudentGuardian l where l.restrictionText is not null)""";

    private StandingRestrictions() {}

    /** The restrictions by the guardian's id; a guardian without one is not in the map. */
    public static Map<UUID, Restriction> of(Collection<UUID> guardians) {
        List<Guardian> restricted = Guardian.list(RESTRICTED, (Object) guardians.toArray(UUID[]::new));
        Map<UUID, Restriction> standing = new HashMap<>();
        EarlierLinks.of(restricted).forEach((guardian, links) -> {
            Restriction restriction = links.restriction(new Student());
            if (restriction != null) {
                standing.put(guardian, restriction);
            }
        });
        return standing;
    }
}
