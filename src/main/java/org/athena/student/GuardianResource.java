package org.athena.student;

import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The guardians of the school: one person for all their children. A guardian is added with the first link to a student. */
@Path("/api/v1/guardians")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "guardians")
class GuardianResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("full_name", List.of("fullName")), "full_name");

    private final GuardianPeople people;
    private final Rows rows;

    GuardianResource(GuardianPeople people, Rows rows) {
        this.people = people;
        this.rows = rows;
    }

    @GET
    @Requires(READ_STUDENTS)
    @Limited(Work.SEARCH)
    @Operation(operationId = "listGuardians", summary = "The guardians of the school, by name")
    public Page<GuardianView> list(
            @BeanParam PageRequest page,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "Words of the name, the document or the telephone number; accents, case, punctuation, leading"
                                            + " zeros and +57 do not matter",
                            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
                    String q) {
        Filters filters = Filters.none().words("searchText", new QueryValue("q", q).text());
        return page.by(SORTS).of(Guardian.class, filters, GuardianView::of);
    }

    @GET
    @Path("/{id}")
    @Requires(READ_STUDENTS)
    @Operation(
            operationId = "getGuardian",
            summary = "A guardian, with the students to whom they are linked",
            description =
                    "The ETag also tells the children apart: 304 is answered while they are the same as well. In If-Match, and"
                            + " in version, the person alone counts.")
    public RestResponse<GuardianView> get(@PathParam("id") UUID id) {
        return rows.read(people.find(id), GuardianView::withChildren);
    }

    @PATCH
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @PatchOf(GuardianData.class)
    @Operation(
            operationId = "updateGuardian",
            summary = "Changes the named fields of the person, for all their children",
            description =
                    "Whoever would look like a guardian under a restriction by a new document or name is refused with the reason"
                            + " guardian.resembles_restricted, unless another_person says that they are somebody else.")
    public RestResponse<GuardianView> update(@PathParam("id") UUID id, ObjectNode patch)
            throws JsonProcessingException {
        Guardian guardian = people.find(id);
        return rows.change(
                guardian,
                patch,
                GuardianData.of(guardian),
                data -> people.change(guardian, data),
                GuardianView::withChildren);
    }
}
