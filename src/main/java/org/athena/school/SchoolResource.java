package org.athena.school;

import static org.athena.platform.tenancy.SchoolNeed.UNUSED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

import org.athena.platform.idempotency.Creation;
import org.athena.platform.json.Merge;
import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SearchWords;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.panache.common.Parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schools of the installation, for those who run it. */
@Path("/api/v1/admin/schools")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "platform")
class SchoolResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("name", List.of("name"), "nit", List.of("nit")), "name");

    private final SchoolFounding founding;
    private final Creation creation;
    private final RowAnswer answer;
    private final Merge merge;

    SchoolResource(SchoolFounding founding, Creation creation, RowAnswer answer, Merge merge) {
        this.founding = founding;
        this.creation = creation;
        this.answer = answer;
        this.merge = merge;
    }

    @GET
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Limited(Work.SEARCH)
    @Operation(operationId = "listSchools", summary = "The schools of the installation, by name")
    public Page<SchoolView> list(
            @BeanParam PageRequest page,
            @QueryParam("q")
                    @Parameter(
                            description = "Words of the name or the NIT; accents aside",
                            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
                    String q,
            @QueryParam("is_active") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String active) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters values = new Parameters();
        Optional<String> words = new QueryValue("q", q).text();
        List<String> patterns = SearchWords.patterns(words.orElse(""));
        for (int i = 0; i < patterns.size(); i++) {
            conditions.add("function('athena.fold' as String, name || ' ' || coalesce(nit, '')) like :word" + i
                    + " escape '!'");
            values.and("word" + i, patterns.get(i));
        }
        new QueryValue("is_active", active).flag().ifPresent(flag -> {
            conditions.add("active = :active");
            values.and("active", flag);
        });
        PageQuery query = page.by(SORTS);
        return query.of(
                School.<School>find(String.join(" and ", conditions), query.sort(), values.map()), SchoolView::of);
    }

    @POST
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Operation(operationId = "createSchool", summary = "Adds a school, with its settings")
    public RestResponse<SchoolView> create(@NotNull @Valid SchoolData data) throws JsonProcessingException {
        return creation.of(data, () -> {
            School school = founding.found(data);
            return new Creation.Created<>(school.id, school.version, SchoolView.of(school));
        });
    }

    @GET
    @Path("/{id}")
    @Requires(value = Permission.MANAGE_SCHOOLS, school = UNUSED)
    @Operation(operationId = "getSchool", summary = "A school")
    public RestResponse<SchoolView> get(@PathParam("id") UUID id) {
        School school = School.require(id);
        return answer.read(school.version, SchoolView.of(school));
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
        answer.require(school.version);
        school.apply(merge.apply(SchoolData.of(school), patch));
        School.flush();
        return answer.changed(school.version, SchoolView.of(school));
    }
}
