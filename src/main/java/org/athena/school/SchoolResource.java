package org.athena.school;

import static org.athena.platform.tenancy.SchoolNeed.UNUSED;

import java.util.List;
import java.util.Map;
import java.util.UUID;

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

import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schools of the installation, for those who run it. */
@Path("/api/v1/admin/schools")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "platform")
class SchoolResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("name", List.of("name"), "nit", List.of("nit")), "name");

    private static final String NAMES = "function('athena.search_text' as String, name || ' ' || coalesce(nit, ''))";

    private final SchoolFounding founding;
    private final Rows rows;

    SchoolResource(SchoolFounding founding, Rows rows) {
        this.founding = founding;
        this.rows = rows;
    }

    @GET
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Limited(Work.SEARCH)
    @Operation(operationId = "listSchools", summary = "The schools of the installation, by name")
    public Page<SchoolView> list(
            @BeanParam PageRequest page,
            @QueryParam("q")
                    @Parameter(
                            description = "Words of the name or the NIT; accents, case and punctuation do not matter",
                            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
                    String q,
            @QueryParam("is_active") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String active) {
        Filters filters = Filters.none()
                .words(NAMES, new QueryValue("q", q).text())
                .equal("active", new QueryValue("is_active", active).flag());
        return page.by(SORTS).of(School.class, filters, SchoolView::of);
    }

    @POST
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Operation(operationId = "createSchool", summary = "Adds a school, with its settings")
    public RestResponse<SchoolView> create(@NotNull @Valid SchoolData data) throws JsonProcessingException {
        return rows.create(data, () -> founding.found(data), SchoolView::of);
    }

    @GET
    @Path("/{id}")
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Operation(operationId = "getSchool", summary = "A school")
    public RestResponse<SchoolView> get(@PathParam("id") UUID id) {
        return rows.read(School.require(id), SchoolView::of);
    }

    @PATCH
    @Path("/{id}")
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @PatchOf(SchoolData.class)
    @Operation(
            operationId = "updateSchool",
            summary = "Changes the named fields; a school that is switched off is closed to everybody at once")
    public RestResponse<SchoolView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        School school = School.require(id);
        return rows.change(school, patch, SchoolData.of(school), school::apply, SchoolView::of);
    }
}
