package org.athena.school;

import static org.athena.platform.row.SchoolRow.require;
import static org.athena.platform.tenancy.Permission.CONFIG_INSTITUTION;
import static org.athena.platform.tenancy.Permission.READ_ALL;
import static org.athena.platform.tenancy.Permission.READ_ENROLLMENT;
import static org.athena.platform.tenancy.Permission.READ_GRADES;
import static org.athena.platform.tenancy.Permission.READ_SCHEDULE;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;

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

import org.athena.platform.json.PatchOf;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The periods of a school year. */
@Path("/api/v1/schools/me/years/{year}/periods")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "school")
class PeriodResource {

    private static final SortSpec SORTS =
            new SortSpec(Map.of("starts_on", List.of("startsOn"), "name", List.of("name")), "starts_on");

    private final Rows rows;

    PeriodResource(Rows rows) {
        this.rows = rows;
    }

    @GET
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "listPeriods", summary = "The year's periods, the earliest first")
    public Page<PeriodView> list(@PathParam("year") UUID year, @BeanParam PageRequest page) {
        Filters ofYear = Filters.none().equal("schoolYearId", Optional.of(year));
        Page<PeriodView> periods = page.by(SORTS).of(AcademicPeriod.class, ofYear, PeriodView::of);
        if (periods.total() == 0) {
            require(SchoolYear.class, year);
        }
        return periods;
    }

    @POST
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "createPeriod", summary = "Adds a period to the year")
    public RestResponse<PeriodView> create(@PathParam("year") UUID year, @NotNull @Valid PeriodData data)
            throws JsonProcessingException {
        UUID of = require(SchoolYear.class, year).id;
        return rows.create(data, () -> AcademicPeriod.in(of).apply(data), PeriodView::of);
    }

    @GET
    @Path("/{id}")
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "getPeriod", summary = "A period")
    public RestResponse<PeriodView> get(@PathParam("year") UUID year, @PathParam("id") UUID id) {
        return rows.read(AcademicPeriod.require(year, id), PeriodView::of);
    }

    @PATCH
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @PatchOf(PeriodData.class)
    @Operation(operationId = "updatePeriod", summary = "Changes the named fields")
    public RestResponse<PeriodView> update(@PathParam("year") UUID year, @PathParam("id") UUID id, ObjectNode patch)
            throws JsonProcessingException {
        AcademicPeriod period = AcademicPeriod.require(year, id);
        return rows.change(period, patch, PeriodData.of(period), period::apply, PeriodView::of);
    }

    @DELETE
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "deletePeriod", summary = "Deletes a period to which nothing belongs")
    public void delete(@PathParam("year") UUID year, @PathParam("id") UUID id) {
        rows.delete(AcademicPeriod.require(year, id));
    }
}
