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

/** The years of the school. */
@Path("/api/v1/schools/me/years")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "school")
class YearResource {

    private static final SortSpec SORTS =
            new SortSpec(Map.of("starts_on", List.of("startsOn"), "name", List.of("name")), "-starts_on");

    private final Rows rows;

    YearResource(Rows rows) {
        this.rows = rows;
    }

    @GET
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "listYears", summary = "The school's years, the latest first")
    public Page<YearView> list(@BeanParam PageRequest page) {
        return page.by(SORTS).of(SchoolYear.class, Filters.none(), YearView::of);
    }

    @POST
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "createYear", summary = "Adds a year")
    public RestResponse<YearView> create(@NotNull @Valid YearData data) throws JsonProcessingException {
        return rows.create(data, () -> new SchoolYear().apply(data), YearView::of);
    }

    @GET
    @Path("/{id}")
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "getYear", summary = "A year")
    public RestResponse<YearView> get(@PathParam("id") UUID id) {
        return rows.read(require(SchoolYear.class, id), YearView::of);
    }

    @PATCH
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @PatchOf(YearData.class)
    @Operation(operationId = "updateYear", summary = "Changes the named fields; the year's periods must stay inside it")
    public RestResponse<YearView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        SchoolYear year = require(SchoolYear.class, id);
        return rows.change(year, patch, YearData.of(year), data -> keepPeriodsInside(year.apply(data)), YearView::of);
    }

    /** The year is written first. From then on no other request can add a period to it, so the check sees all periods. */
    private static void keepPeriodsInside(SchoolYear year) {
        SchoolYear.flush();
        if (AcademicPeriod.anyOutside(year)) {
            throw SchoolConflicts.PERIOD_OUTSIDE_YEAR.problem();
        }
    }

    @DELETE
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "deleteYear", summary = "Deletes a year to which nothing belongs")
    public void delete(@PathParam("id") UUID id) {
        rows.delete(require(SchoolYear.class, id));
    }
}
