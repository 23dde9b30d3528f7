package org.athena.account;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.SignedIn;
import org.athena.school.School;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What callers may know about themselves. */
@Path("/api/v1/auth")
@RequestScoped
@Tag(name = "auth")
class AccountResource {

    /** As many as a list to choose from can hold; an installation with more searches in the platform routes. */
    private static final int MAX_CHOICES = 200;

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
    @Operation(operationId = "listMySchools", summary = "The schools that the caller may name in X-School-Id")
    public List<SchoolChoiceView> schools() {
        // A superadmin may name any active school; row level security shows everybody else their own.
        return caller.platform()
                ? School.listActive(MAX_CHOICES).stream()
                        .map(SchoolChoiceView::of)
                        .toList()
                : caller.memberships().stream().map(SchoolChoiceView::of).toList();
    }
}
