package org.athena.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.SignedIn;
import org.athena.school.School;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own profile and schools. */
@Path("/api/v1/auth")
@RequestScoped
@Tag(name = "auth")
class AccountResource {

    private static final String OWN =
            "id in (select m.schoolId from SchoolMembership m where m.userId = :user and m.status = 'active')";

    private static final SortSpec SORTS = new SortSpec(Map.of("name", List.of("name")), "name");

    private final AuthContext caller;

    AccountResource(AuthContext caller) {
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @SignedIn
    @Operation(
            operationId = "getMe",
            summary = "The caller's profile, memberships and permissions in the active school")
    public ProfileView me() {
        return ProfileView.of(caller);
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
