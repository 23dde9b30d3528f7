package org.athena.school;

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

import org.athena.platform.idempotency.Creation;
import org.athena.platform.json.Merge;
import org.athena.platform.json.PatchOf;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
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

    private final Creation creation;
    private final RowAnswer answer;
    private final Merge merge;

    PeriodResource(Creation creation, RowAnswer answer, Merge merge) {
        this.creation = creation;
        this.answer = answer;
        this.merge = merge;
    }

    @GET
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "listPeriods", summary = "The year's periods, the first first")
    public Page<PeriodView> list(@PathParam("year") UUID year, @BeanParam PageRequest page) {
        PageQuery query = page.by(SORTS);
        SchoolYear.require(year);
        return query.counted(
                AcademicPeriod.getEntityManager().unwrap(Session.class),
                AcademicPeriod.class,
                "schoolYearId = :year",
                Map.of("year", year),
                PeriodView::of);
    }

    @POST
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "createPeriod", summary = "Adds a period to the year")
    public RestResponse<PeriodView> create(@PathParam("year") UUID year, @NotNull @Valid PeriodData data)
            throws JsonProcessingException {
        SchoolYear.require(year);
        return creation.of(data.inOrder(), () -> {
            AcademicPeriod period = new AcademicPeriod();
            period.schoolYearId = year;
            period.apply(data);
            period.persistAndFlush();
            return new Creation.Created<>(period.id, period.version, PeriodView.of(period));
        });
    }

    @GET
    @Path("/{id}")
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "getPeriod", summary = "A period")
    public RestResponse<PeriodView> get(@PathParam("year") UUID year, @PathParam("id") UUID id) {
        AcademicPeriod period = AcademicPeriod.require(year, id);
        return answer.read(period.version, PeriodView.of(period));
    }

    @PATCH
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @PatchOf(PeriodData.class)
    @Operation(operationId = "updatePeriod", summary = "Changes the named fields")
    public RestResponse<PeriodView> update(@PathParam("year") UUID year, @PathParam("id") UUID id, ObjectNode patch)
            throws JsonProcessingException {
        AcademicPeriod period = AcademicPeriod.require(year, id);
        answer.require(period.version);
        period.apply(merge.apply(PeriodData.of(period), patch).inOrder());
        AcademicPeriod.flush();
        return answer.changed(period.version, PeriodView.of(period));
    }

    @DELETE
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "deletePeriod", summary = "Deletes a period to which nothing belongs")
    public void delete(@PathParam("year") UUID year, @PathParam("id") UUID id) {
        AcademicPeriod period = AcademicPeriod.require(year, id);
        answer.require(period.version);
        period.delete();
        AcademicPeriod.flush();
    }
}
