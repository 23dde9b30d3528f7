package org.athena.person;

import static org.athena.platform.tenancy.Permission.MANAGE_SCHOOLS;
import static org.athena.platform.tenancy.Permission.MANAGE_USERS;
import static org.athena.platform.tenancy.SchoolNeed.OPTIONAL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.person.SchoolMembership.Status;
import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.Moves;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person's memberships: the one in the caller's school, and for the platform those in all schools. */
@Path("/api/v1/admin/users/{user}/memberships")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "users")
class MembershipResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("status", List.of("status")), "status");

    /** A membership that was switched off needs a new invitation. */
    private static final Moves<Status> MOVES = new Moves<>(
            PersonConflicts.BY_INVITATION,
            Map.of(
                    Status.invited, Set.of(Status.inactive),
                    Status.active, Set.of(Status.inactive),
                    Status.inactive, Set.of(Status.invited)));

    private final AuthContext caller;
    private final GrantRules rules;
    private final Inviting inviting;
    private final Rows rows;
    private final RowAnswer answer;
    private final MembershipHint hint;

    MembershipResource(
            AuthContext caller, GrantRules rules, Inviting inviting, Rows rows, RowAnswer answer, MembershipHint hint) {
        this.caller = caller;
        this.rules = rules;
        this.inviting = inviting;
        this.rows = rows;
        this.answer = answer;
        this.hint = hint;
    }

    @GET
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @Operation(operationId = "listMemberships", summary = "The person's memberships that the caller may see")
    public Page<MembershipView> list(@PathParam("user") UUID user, @BeanParam PageRequest page) {
        Page<MembershipView> memberships = page.by(SORTS)
                .of(SchoolMembership.class, SchoolMembership.visible(user, caller.school()), MembershipView::of);
        if (memberships.total() == 0 && !caller.platform()) {
            throw unknown();
        }
        return memberships;
    }

    @POST
    @Requires(MANAGE_USERS)
    @Limited(Work.ACCOUNT)
    @Operation(
            operationId = "createMembership",
            summary = "For the platform: makes a known person a member; the membership opens when they accept it",
            description = "A school adds people by e-mail (createUser), because it sees its own members only.")
    public RestResponse<MembershipView> create(@PathParam("user") UUID user, @NotNull @Valid MembershipData data)
            throws JsonProcessingException {
        rules.refuseOwn(user);
        rules.checkGrant(data.roles());
        if (!known(user)) {
            throw unknown();
        }
        return rows.create(data, () -> invited(user, data), MembershipView::of);
    }

    private SchoolMembership invited(UUID user, MembershipData data) {
        SchoolMembership membership = SchoolMembership.invite(caller.schoolId(), user, data.roles());
        mailLater(membership);
        return membership;
    }

    private void mailLater(SchoolMembership membership) {
        User person = User.findById(membership.userId);
        inviting.openForJob(membership, Inviting.name(membership, person), person.email);
    }

    @GET
    @Path("/{id}")
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @Operation(operationId = "getMembership", summary = "A membership")
    public RestResponse<MembershipView> get(@PathParam("user") UUID user, @PathParam("id") UUID id) {
        return rows.read(SchoolMembership.require(user, id, caller.school()), MembershipView::of);
    }

    @PATCH
    @Path("/{id}")
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @PatchOf(MembershipData.class)
    @Operation(
            operationId = "updateMembership",
            summary = "Changes roles, switches the membership off, or invites the person again")
    public RestResponse<MembershipView> update(@PathParam("user") UUID user, @PathParam("id") UUID id, ObjectNode patch)
            throws JsonProcessingException {
        SchoolMembership membership = changeable(user, id);
        return rows.change(
                membership, patch, MembershipData.of(membership), data -> change(membership, data), MembershipView::of);
    }

    private void change(SchoolMembership membership, MembershipData data) {
        rules.checkGrant(data.roles());
        if (!data.roles().contains("rector") || data.status() != Status.active) {
            rules.keepRector(membership.userId, List.of(membership));
        }
        MOVES.check(membership.status, data.status());
        if (!membership.roles.equals(data.roles())) {
            membership.roles = List.copyOf(data.roles());
        }
        if (membership.status != data.status()) {
            move(membership, data.status());
        }
        SchoolMembership.flush();
        hint.announce(membership);
    }

    private void move(SchoolMembership membership, Status wanted) {
        if (wanted == Status.inactive) {
            membership.end();
        } else {
            mailLater(membership);
        }
    }

    @DELETE
    @Path("/{id}")
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @Operation(operationId = "endMembership", summary = "Switches the membership off from the next request on")
    public void end(@PathParam("user") UUID user, @PathParam("id") UUID id) {
        SchoolMembership membership = changeable(user, id);
        rules.keepRector(user, List.of(membership));
        membership.end();
        SchoolMembership.flush();
        hint.announce(membership);
    }

    private SchoolMembership changeable(UUID user, UUID id) {
        SchoolMembership membership = SchoolMembership.require(user, id, caller.school());
        rules.refuseOwn(user);
        answer.require(membership.version);
        return membership;
    }

    /** Whether the caller may see the person. A school sees its own people only, and adds others by their e-mail. */
    private boolean known(UUID user) {
        return caller.platform()
                ? User.count("id", user) > 0
                : SchoolMembership.count("userId = ?1 and schoolId = ?2", user, caller.schoolId()) > 0;
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no person with this id.");
    }
}
