package org.athena.student;

import static org.athena.platform.row.SchoolRow.require;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import jakarta.ws.rs.QueryParam;

import org.athena.platform.json.PatchOf;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The links of a student to guardians. */
@Path("/api/v1/students/{student}/guardians")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "guardians")
class LinkResource {

    private static final SortSpec SORTS = new SortSpec(
            Map.of("priority", List.of("priority"), "full_name", List.of("guardian.fullName")), "priority");

    private final GuardianLinks links;
    private final RestrictionPatch restrictions;
    private final Rows rows;
    private final RowAnswer answer;

    LinkResource(GuardianLinks links, RestrictionPatch restrictions, Rows rows, RowAnswer answer) {
        this.links = links;
        this.restrictions = restrictions;
        this.rows = rows;
        this.answer = answer;
    }

    @GET
    @Requires(READ_STUDENTS)
    @Operation(operationId = "listStudentGuardians", summary = "The student's guardians, by priority")
    public Page<LinkView> list(
            @PathParam("student") UUID student,
            @BeanParam PageRequest page,
            @QueryParam("ended")
                    @Parameter(
                            description =
                                    "Whether the links that have ended are listed, with when and by whom, and no others",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String ended) {
        boolean past = new QueryValue("ended", ended).flag().orElse(false);
        Filters ofStudent = Filters.none()
                .equal("student.id", Optional.of(student))
                .only(past ? "endedAt is not null" : "endedAt is null")
                .fetch("guardian");
        Page<LinkView> found = page.by(SORTS).of(StudentGuardian.class, ofStudent, LinkView::full);
        if (found.total() == 0) {
            require(Student.class, student);
        }
        return found;
    }

    @POST
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(
            operationId = "createStudentGuardian",
            summary = "Links a guardian to the student",
            description =
                    "A person whom the school already has, found by the document, is linked as they are; differences says"
                            + " where the request describes them otherwise. Somebody else who looks like a guardian under a"
                            + " restriction is refused with the reason guardian.resembles_restricted; another_person adds them."
                            + " Without a restriction in the request, the one of the"
                            + " person's last link to the student is taken over, or the strictest one to another student."
                            + " other_links names the person's other students, whose links stay as they are. With is_primary the"
                            + " mark moves from the link in primary_before. Without priority the link gets the first that is free.")
    public RestResponse<LinkView> create(@PathParam("student") UUID student, @NotNull @Valid NewGuardian data)
            throws JsonProcessingException {
        return rows.create(data, () -> links.add(student, data), LinkView::full);
    }

    @GET
    @Path("/{id}")
    @Requires(READ_STUDENTS)
    @Operation(operationId = "getStudentGuardian", summary = "A guardian of the student")
    public RestResponse<LinkView> get(@PathParam("student") UUID student, @PathParam("id") UUID id) {
        return rows.read(links.find(student, id), LinkView::full);
    }

    @PATCH
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @PatchOf(LinkData.class)
    @Operation(
            operationId = "updateStudentGuardian",
            summary = "Changes the named fields of the link; the person has an address of their own",
            description =
                    "Only null lifts a restriction; lifting and shortening need restriction_lift_reason. A restriction is of this link"
                            + " alone: other_links names the person's other students and whether those links are restricted. With"
                            + " is_primary the mark moves from the link in primary_before.")
    public RestResponse<LinkView> update(@PathParam("student") UUID student, @PathParam("id") UUID id, ObjectNode patch)
            throws JsonProcessingException {
        StudentGuardian link = links.locked(student, id);
        ObjectNode completed = restrictions.completed(link, patch);
        return rows.change(link, completed, LinkData.of(link), data -> links.change(link, data), LinkView::full);
    }

    @POST
    @Path("/{id}/restoration")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(
            operationId = "restoreStudentGuardian",
            summary = "Undoes the end of a link, with the rights and the restriction that it had",
            description =
                    "A link that has not ended stays as it is. The mark of the primary guardian stays with whoever has it"
                            + " meanwhile.")
    public LinkView restore(@PathParam("student") UUID student, @PathParam("id") UUID id) {
        StudentGuardian link = links.lockedEvenEnded(student, id);
        answer.require(link.version);
        links.restore(link);
        StudentGuardian.flush();
        return LinkView.full(link);
    }

    @DELETE
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(
            operationId = "endStudentGuardian",
            summary = "Ends the link; nothing is deleted, and restoreStudentGuardian undoes it")
    public void end(@PathParam("student") UUID student, @PathParam("id") UUID id) {
        StudentGuardian link = links.locked(student, id);
        answer.require(link.version);
        links.end(link);
        StudentGuardian.flush();
    }
}
