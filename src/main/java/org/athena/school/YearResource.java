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

    private final Creation creation;
    private final RowAnswer answer;
    private final Merge merge;

    YearResource(Creation creation, RowAnswer answer, Merge merge) {
        this.creation = creation;
        this.answer = answer;
        this.merge = merge;
    }

    @GET
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "listYears", summary = "The school's years, the latest first")
    public Page<YearView> list(@BeanParam PageRequest page) {
        PageQuery query = page.by(SORTS);
        return query.of(SchoolYear.<SchoolYear>findAll(query.sort()), YearView::of);
    }

    @POST
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "createYear", summary = "Adds a year")
    public RestResponse<YearView> create(@NotNull @Valid YearData data) throws JsonProcessingException {
        return creation.of(data.inOrder(), () -> {
            SchoolYear year = new SchoolYear();
            year.apply(data);
            year.persistAndFlush();
            return new Creation.Created<>(year.id, year.version, YearView.of(year));
        });
    }

    @GET
    @Path("/{id}")
    @Requires({READ_ALL, READ_GRADES, READ_SCHEDULE, READ_ENROLLMENT})
    @Operation(operationId = "getYear", summary = "A year")
    public RestResponse<YearView> get(@PathParam("id") UUID id) {
        SchoolYear year = SchoolYear.require(id);
        return answer.read(year.version, YearView.of(year));
    }

    @PATCH
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @PatchOf(YearData.class)
    @Operation(operationId = "updateYear", summary = "Changes the named fields; its periods must stay inside")
    public RestResponse<YearView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        SchoolYear year = SchoolYear.require(id);
        answer.require(year.version);
        year.apply(merge.apply(YearData.of(year), patch).inOrder());
        // Written first: from here on no period can be added to the year, so none slips past the question.
        SchoolYear.flush();
        if (AcademicPeriod.anyOutside(year)) {
            throw SchoolConflicts.PERIOD_OUTSIDE_YEAR.problem();
        }
        return answer.changed(year.version, YearView.of(year));
    }

    @DELETE
    @Path("/{id}")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @Operation(operationId = "deleteYear", summary = "Deletes a year to which nothing belongs")
    public void delete(@PathParam("id") UUID id) {
        SchoolYear year = SchoolYear.require(id);
        answer.require(year.version);
        year.delete();
        SchoolYear.flush();
    }
}
