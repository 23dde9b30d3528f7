package org.athena.student;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Completes the restriction in a {@code PATCH} of a link: a member of it that is not named stays
 * (docs/decisions/restrictions-of-guardians.md).
 */
@ApplicationScoped
class RestrictionPatch {

    private static final String FIELD = "restriction";

    private final ObjectMapper mapper;

    RestrictionPatch(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param patch the patch as it was sent; a restriction of a wrong form is left for the validation to refuse
     * @return the patch with a complete restriction
     */
    ObjectNode completed(StudentGuardian link, ObjectNode patch) {
        if (patch == null || link.restriction() == null || !(patch.get(FIELD) instanceof ObjectNode named)) {
            return patch;
        }
        return patch.deepCopy().set(FIELD, over(link, named));
    }

    /** Removes the end of a restriction that is over; otherwise a new restriction would never apply. */
    private ObjectNode over(StudentGuardian link, ObjectNode members) {
        ObjectNode restriction = mapper.valueToTree(link.restriction());
        if (!members.isEmpty() && link.restriction().isOverOn(link.today)) {
            restriction.putNull("to");
        }
        return restriction.setAll(members);
    }
}
