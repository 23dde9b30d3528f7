package org.athena.person;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.person.SchoolMembership.Status;
import org.athena.platform.json.Merge;
import org.athena.platform.names.PersonName;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.AuthContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The name that a school wrote for its invitation. The school corrects it until the person accepts; it is nobody's profile. */
@RequestScoped
@Transactional(rollbackOn = Exception.class)
class InvitedName {

    private static final Set<String> FIELDS = Set.of("full_name", "version");

    /** The one field that a school changes of somebody who is invited. */
    record Correction(@NotNull @PersonName @Size(max = 200) String fullName) {}

    private final AuthContext caller;
    private final RowAnswer answer;
    private final Merge merge;

    InvitedName(AuthContext caller, RowAnswer answer, Merge merge) {
        this.caller = caller;
        this.answer = answer;
        this.merge = merge;
    }

    /** Empty when the change is none of the name, or the person is not invited to the caller's school. */
    Optional<UserView> correct(User user, ObjectNode patch) throws JsonProcessingException {
        Optional<SchoolMembership> invited = corrects(patch)
                ? SchoolMembership.in(caller.schoolId(), user.id).filter(one -> one.status == Status.invited)
                : Optional.empty();
        return invited.isPresent() ? Optional.of(corrected(user, invited.get(), patch)) : Optional.empty();
    }

    private boolean corrects(ObjectNode patch) {
        return !caller.platform()
                && patch != null
                && patch.has("full_name")
                && patch.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()));
    }

    private UserView corrected(User user, SchoolMembership membership, ObjectNode patch)
            throws JsonProcessingException {
        ObjectNode named = answer.require(version(user, membership), patch);
        membership.invitedName = merge.apply(new Correction(membership.invitedName), named)
                .fullName()
                .strip();
        SchoolMembership.flush();
        return UserView.of(user, SchoolMembership.of(user.id, caller.school()), false);
    }

    /** Who has never accepted is shown without a version, so that of the membership counts. */
    private static int version(User user, SchoolMembership membership) {
        return membership.acceptedAt == null ? membership.version : UserView.version(user, List.of(membership));
    }
}
