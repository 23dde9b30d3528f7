package org.athena.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import org.athena.platform.json.Merge;
import org.athena.platform.json.PatchOf;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.SignedIn;
import org.athena.school.School;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The caller's own profile and schools. */
@Path("/api/v1/auth")
@RequestScoped
@Tag(name = "auth")
class AccountResource {

    private static final String OWN =
            "id in (select m.schoolId from SchoolMembership m where m.userId = :user and m.status = 'active' and not m.locked)";

    private static final SortSpec SORTS = new SortSpec(Map.of("name", List.of("name")), "name");

    private final AuthContext caller;
    private final RowAnswer answer;
    private final Merge merge;

    AccountResource(AuthContext caller, RowAnswer answer, Merge merge) {
        this.caller = caller;
        this.answer = answer;
        this.merge = merge;
    }

    @GET
    @Path("/me")
    @SignedIn
    @Operation(
            operationId = "getMe",
            summary = "The caller's profile, memberships and permissions in the active school",
            description =
                    "school_id is the active school: that of X-School-Id, else the one that the token hints at, else the caller's only"
                            + " one; permissions are those in it. With second_factor_required the caller is a superadmin whose"
                            + " rights as such do not count until they sign in with a second factor; requests that need them"
                            + " are answered with 403 auth.second_factor_required. getOwnSchool tells the name and the time zone of the active school.")
    public ProfileView me() {
        return ProfileView.of(caller, caller.fullName());
    }

    @PATCH
    @Path("/me")
    @SignedIn
    @PatchOf(OwnData.class)
    @Transactional(rollbackOn = Exception.class)
    @Operation(
            operationId = "updateMe",
            summary = "Changes the caller's own name",
            description = "The e-mail is changed at Supabase.")
    public ProfileView rename(ObjectNode patch) throws JsonProcessingException {
        User user = User.findById(caller.userId());
        ObjectNode named = answer.require(user.version, patch);
        user.fullName = merge.apply(OwnData.of(user), named).fullName().strip();
        User.flush();
        return ProfileView.of(caller, user.fullName);
    }

    @GET
    @Path("/schools")
    @SignedIn
    @Transactional(rollbackOn = Exception.class)
    @Operation(operationId = "listMySchools", summary = "The schools that the caller may name in X-School-Id, by name")
    public Page<SchoolChoiceView> schools(@BeanParam PageRequest page) {
        // A superadmin may name any active school.
        Optional<UUID> member = caller.platform() ? Optional.empty() : Optional.of(caller.userId());
        Filters choice = Filters.none().equal("active", Optional.of(true)).where(OWN, "user", member);
        return page.by(SORTS).of(School.class, choice, SchoolChoiceView::of);
    }
}
