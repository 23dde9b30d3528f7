package org.athena.person.guardian;

import static org.athena.platform.tenancy.Permission.MANAGE_USERS;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.athena.person.mail.BulkInvitations;
import org.athena.person.mail.BulkInvitations.Invitee;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.names.NormalEMail;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invites the guardians of sections to the school. */
@Path("/api/v1/admin/users/guardian-invitations")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "users")
class GuardianInvitationResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("year", List.of("year")), "-year");

    private final GuardianDirectory directory;
    private final SectionDirectory sections;
    private final ChangedEMails changedEMails;
    private final BulkInvitations invitations;

    GuardianInvitationResource(
            GuardianDirectory directory,
            SectionDirectory sections,
            ChangedEMails changedEMails,
            BulkInvitations invitations) {
        this.directory = directory;
        this.sections = sections;
        this.changedEMails = changedEMails;
        this.invitations = invitations;
    }

    @POST
    @Requires(MANAGE_USERS)
    @Limited(Work.ACCOUNT)
    @Operation(
            operationId = "inviteGuardians",
            summary = "Invites every guardian of the sections who has an e-mail and no account",
            description =
                    "Whoever accepts becomes the guardian's account. A guardian whose e-mail is that of a member of the"
                            + " school is asked too, and gets the role as well. Who works in the school is asked only when"
                            + " confirmed_members names them: anybody who enrolls students could have written their own e-mail on"
                            + " the guardian of a child. changed_emails names those whose e-mail somebody has changed, and with"
                            + " the list_hash of a dry run nobody is invited when an e-mail has changed since. The mails are sent"
                            + " one after the other. Nobody who was invited before is mailed again, so the request may be repeated."
                            + " Whether a link has portal_access is not changed: without it the account does not show the child."
                            + " changed_emails, members and on_paper name the first 200 each; more_changed_emails, more_members"
                            + " and more_on_paper say how many there are besides, whom requests for fewer sections name.")
    public GuardianInvitationsView invite(
            @NotNull @Valid GuardianInvitationData data,
            @QueryParam("dry_run")
                    @Parameter(
                            description = "Whether nothing is done, and the answer says what would be",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun) {
        boolean dry = new QueryValue("dry_run", dryRun).flag().orElse(false);
        refuseUnknown(data);
        if (!dry) {
            directory.alone();
        }
        List<GuardianContact> guardians = directory.of(data.classSectionIds(), NormalEMail.FORM);
        List<GuardianContact> invitable = guardians.stream()
                .filter(guardian -> guardian.reach().invitable())
                .toList();
        String hash = SeenList.hash(invitable);
        SeenList.refuseOther(data.listHash(), hash);
        List<GuardianEMailChange> changes = changedEMails.of(invitable);
        List<GuardianContact> chosen = invitable.stream()
                .filter(guardian -> guardian.invitable(data.confirmed()))
                .toList();
        return GuardianInvitationsView.of(guardians, dry ? ids(chosen) : invited(chosen), hash, changes, dry);
    }

    private static Set<UUID> ids(List<GuardianContact> guardians) {
        return guardians.stream().map(GuardianContact::id).collect(Collectors.toSet());
    }

    /** The ids of those whom this request invited. */
    private Set<UUID> invited(List<GuardianContact> guardians) {
        return new HashSet<>(invitations.open(
                guardians.stream().map(GuardianInvitationResource::invitee).toList()));
    }

    @GET
    @Path("/sections")
    @Requires(MANAGE_USERS)
    @Operation(
            operationId = "listGuardianSections",
            summary = "The sections of the school, and how many guardians an invitation of each would reach",
            description = "By year, the latest first, and in it by grade and name.")
    public Page<GuardianSection> list(@BeanParam PageRequest page) {
        return sections.sections(page.by(SORTS), NormalEMail.FORM);
    }

    private static Invitee invitee(GuardianContact guardian) {
        return new Invitee(guardian.email(), guardian.fullName(), List.of("acudiente"), guardian.id());
    }

    private void refuseUnknown(GuardianInvitationData data) {
        refuse("class_section_ids", directory.unknown(data.classSectionIds()), "is not a section of the school");
        refuse("confirmed_members", directory.strangers(data.confirmedMembers()), "is not a member of the school");
    }

    private static void refuse(String list, List<Long> places, String reason) {
        places.stream().findFirst().ifPresent(place -> {
            throw ProblemException.invalid(list + "[" + place + "]", "body", FaultCode.UNKNOWN, reason);
        });
    }
}
