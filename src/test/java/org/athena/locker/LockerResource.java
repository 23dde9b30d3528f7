package org.athena.locker;

import static org.athena.platform.row.SchoolRow.require;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;
import java.util.Map;
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
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lockers of the school. */
@Path("/api/v1/lockers")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "lockers")
class LockerResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("code", List.of("code")), "code");

    private final Rows rows;

    LockerResource(Rows rows) {
        this.rows = rows;
    }

    @GET
    @Requires(READ_STUDENTS)
    @Operation(operationId = "listLockers", summary = "The school's lockers, by code")
    public Page<LockerView> list(
            @BeanParam PageRequest page,
            @QueryParam("code") @Parameter(schema = @Schema(maxLength = QueryValue.MAX_LENGTH)) String code) {
        Filters filters = Filters.none().equal("code", new QueryValue("code", code).text());
        return page.by(SORTS).of(Locker.class, filters, LockerView::of);
    }

    @POST
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "createLocker", summary = "Adds a locker")
    public RestResponse<LockerView> create(@NotNull @Valid LockerData data) throws JsonProcessingException {
        return rows.create(data, () -> new Locker().apply(data), LockerView::of);
    }

    @GET
    @Path("/{id}")
    @Requires(READ_STUDENTS)
    @Operation(operationId = "getLocker", summary = "A locker")
    public RestResponse<LockerView> get(@PathParam("id") UUID id) {
        return rows.read(require(Locker.class, id), LockerView::of);
    }

    @PATCH
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @PatchOf(LockerData.class)
    @Operation(operationId = "updateLocker", summary = "Changes the named fields")
    public RestResponse<LockerView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        Locker locker = require(Locker.class, id);
        return rows.change(locker, patch, LockerData.of(locker), locker::apply, LockerView::of);
    }

    @DELETE
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "deleteLocker", summary = "Deletes a locker")
    public void delete(@PathParam("id") UUID id) {
        rows.delete(require(Locker.class, id));
    }
}
