package org.athena.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's invitations. A person becomes a member of a school only by accepting one. */
@Path("/api/v1/auth/invitations")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "auth")
class InvitationResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("school_name", List.of("school.name")), "school_name");

    private static final String OPEN = "(status = :invited or mail is not null) and expiresAt > instant";

    private final AuthContext caller;
    private final MembershipHint hint;

    InvitationResource(AuthContext caller, MembershipHint hint) {
        this.caller = caller;
        this.hint = hint;
    }

    @GET
    @SignedIn
    @Operation(operationId = "listInvitations", summary = "The schools that have invited the caller")
    public Page<InvitationView> list(@BeanParam PageRequest page) {
        Filters open = Filters.none()
                .equal("userId", Optional.of(caller.userId()))
                .where(OPEN, "invited", Optional.of(SchoolMembership.Status.invited))
                .equal("school.active", Optional.of(true))
                .fetch("school");
        return page.by(SORTS).of(SchoolMembership.class, open, InvitationView::of);
    }

    @POST
    @Path("/{id}/acceptance")
    @SignedIn
    @Operation(operationId = "acceptInvitation", summary = "Opens the school to the caller from the next request on")
    public MembershipView accept(@PathParam("id") UUID id) {
        return answered(SchoolMembership.answer(id, true));
    }

    @POST
    @Path("/{id}/refusal")
    @SignedIn
    @Operation(operationId = "refuseInvitation", summary = "Declines the invitation; the school is told")
    public MembershipView refuse(@PathParam("id") UUID id) {
        return answered(SchoolMembership.answer(id, false));
    }

    private MembershipView answered(Optional<SchoolMembership> membership) {
        SchoolMembership answered = membership.orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "There is no invitation with this id."));
        hint.announce(answered);
        return MembershipView.of(answered);
    }
}
