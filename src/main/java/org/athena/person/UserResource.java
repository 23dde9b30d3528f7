package org.athena.person;

import static org.athena.platform.tenancy.Permission.MANAGE_SCHOOLS;
import static org.athena.platform.tenancy.Permission.MANAGE_USERS;
import static org.athena.platform.tenancy.SchoolNeed.OPTIONAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.athena.person.mail.InvitationMails;
import org.athena.person.mail.Letter;
import org.athena.person.mail.MailState;
import org.athena.platform.idempotency.Creation;
import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.supabase.SupabaseAccounts;
import org.athena.platform.supabase.SupabaseInvitations.Outcome;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.narayana.jta.QuarkusTransaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The people of the school. A superadmin who does not name a school sees all people of the installation. */
@Path("/api/v1/admin/users")
@RequestScoped
@Tag(name = "users")
class UserResource {

    private static final SortSpec SORTS =
            new SortSpec(Map.of("full_name", List.of("shownName", "email"), "email", List.of("email")), "full_name");

    private static final String MEMBERS = "id in (select m.userId from SchoolMembership m where m.schoolId = :school)";
    /** Of the memberships that the caller sees, one is so. */
    private static final String SHOWN = "id in (select m.userId from SchoolMembership m where ";

    private static final String NAMES =
            "function('athena.search_text' as String, coalesce(shownName, '') || ' ' || email)";

    private final AuthContext caller;
    private final Inviting inviting;
    private final InvitationMails mails;
    private final GrantRules rules;
    private final Creation creation;
    private final RowAnswer answer;
    private final UserChange change;
    private final SupabaseAccounts accounts;

    UserResource(
            AuthContext caller,
            Inviting inviting,
            InvitationMails mails,
            GrantRules rules,
            Creation creation,
            RowAnswer answer,
            UserChange change,
            SupabaseAccounts accounts) {
        this.caller = caller;
        this.inviting = inviting;
        this.mails = mails;
        this.rules = rules;
        this.creation = creation;
        this.answer = answer;
        this.change = change;
        this.accounts = accounts;
    }

    @GET
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @Transactional(rollbackOn = Exception.class)
    @Limited(Work.SEARCH)
    @Operation(operationId = "listUsers", summary = "The people of the school, by name")
    public Page<UserView> list(
            @BeanParam PageRequest page,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "Words of the name or the e-mail; accents, case and punctuation do not matter",
                            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
                    String q,
            @QueryParam("membership_status")
                    @Parameter(
                            description = "The state of the membership",
                            schema = @Schema(implementation = SchoolMembership.Status.class))
                    String status,
            @QueryParam("mail")
                    @Parameter(
                            description = "What became of the mail of an open invitation",
                            schema = @Schema(implementation = MailState.class))
                    String mail,
            @QueryParam("role")
                    @Parameter(
                            description =
                                    "A role of the membership, or several with commas between them, of which one is enough",
                            style = ParameterStyle.FORM,
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RoleCode.class))
                    String role) {
        Filters filters = Filters.none()
                .where(MEMBERS, "school", caller.school())
                .where(
                        shown("m.status = :status"),
                        "status",
                        new QueryValue("membership_status", status).word(SchoolMembership.Status.class))
                .where(shown("m.mail = :mail"), "mail", new QueryValue("mail", mail).word(MailState.class))
                .where(shown("share_one(m.roles, :role)"), "role", new QueryValue("role", role).words(RoleCode.class))
                .words(NAMES, new QueryValue("q", q).text());
        // The memberships are read by a second statement.
        Page<User> users = page.by(SORTS).counted(User.class, filters, user -> user);
        Map<UUID, List<SchoolMembership>> memberships = memberships(users.items());
        return new Page<>(
                users.items().stream()
                        .map(user -> view(user, memberships.getOrDefault(user.id, List.of())))
                        .toList(),
                users.page(),
                users.pageSize(),
                users.total());
    }

    private String shown(String condition) {
        return SHOWN + condition + (caller.school().isPresent() ? " and m.schoolId = :school)" : ")");
    }

    private Map<UUID, List<SchoolMembership>> memberships(List<User> users) {
        UUID[] ids = users.stream().map(user -> user.id).toArray(UUID[]::new);
        return SchoolMembership.<SchoolMembership>find("is_any_of(userId, ?1)", (Object) ids).stream()
                .filter(membership ->
                        caller.school().isEmpty() || caller.schoolId().equals(membership.schoolId))
                .collect(Collectors.groupingBy(membership -> membership.userId));
    }

    @POST
    @Requires(MANAGE_USERS)
    @Limited(Work.ACCOUNT)
    @Operation(
            operationId = "createUser",
            summary = "Adds a person to the school; the membership opens when they accept it",
            description =
                    "The e-mail gets a mail, whether it has an account or not. What became of the mail is in mail.")
    public RestResponse<UserView> create(@NotNull @Valid NewUser data) throws Exception {
        rules.checkGrant(data.roles());
        return creation.alone(() -> {
            // A call to Supabase cannot be rolled back, so a repetition must be found before it.
            Optional<RestResponse<UserView>> earlier = creation.earlier(data);
            return earlier.isPresent() ? earlier.get() : add(data);
        });
    }

    private RestResponse<UserView> add(NewUser data) throws JsonProcessingException {
        Optional<String> key = creation.fingerprint(data);
        Letter letter = QuarkusTransaction.requiringNew().call(() -> inviting.add(data, key));
        Outcome outcome = mails.send(letter);
        return QuarkusTransaction.requiringNew().call(() -> creation.of(data, () -> added(letter, outcome)));
    }

    private Creation.Created<UserView> added(Letter letter, Outcome outcome) {
        mails.note(letter, outcome);
        User user = User.require(letter.person(), caller.school());
        UserView view = UserView.of(user, SchoolMembership.of(user.id, caller.school()), false);
        return new Creation.Created<>(user.id, view.version(), view);
    }

    @GET
    @Path("/{id}")
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @Transactional(rollbackOn = Exception.class)
    @Operation(operationId = "getUser", summary = "A person of the school")
    public RestResponse<UserView> get(@PathParam("id") UUID id) {
        User user = User.require(id, caller.school());
        UserView view = view(user, SchoolMembership.of(id, caller.school()));
        return answer.read(view.version(), view);
    }

    @PATCH
    @Path("/{id}")
    @Requires(
            value = {MANAGE_USERS, MANAGE_SCHOOLS},
            school = OPTIONAL)
    @PatchOf(UserData.class)
    @Operation(
            operationId = "updateUser",
            summary = "Changes a person who belongs to this school alone; the platform changes anybody",
            description =
                    "Of somebody who is invited, a school changes full_name alone: the name that it wrote and sees until they"
                            + " accept. status inactive switches the account off, for a school in that school alone: whom another"
                            + " school has or invites works there as before. A school switches on again whomever it has switched"
                            + " off, and not whom the platform has. The version is that of the membership where the person has none.")
    public RestResponse<UserView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        // The e-mail is read first, because no transaction may be open during the call to Supabase.
        Optional<String> email = change.newEmail(id, patch);
        if (email.isPresent() && !accounts.changeEmail(id, email.get())) {
            throw PersonConflicts.EMAIL_TAKEN.problem();
        }
        UserView changed = change.carryOut(id, patch);
        return changed.version() == null ? RestResponse.ok(changed) : answer.changed(changed.version(), changed);
    }

    private UserView view(User user, List<SchoolMembership> memberships) {
        return UserView.of(user, memberships, caller.platform());
    }
}
