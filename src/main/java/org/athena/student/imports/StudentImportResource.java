package org.athena.student.imports;

import static org.athena.platform.sheet.SheetFormat.CSV_TYPE;
import static org.athena.platform.sheet.SheetFormat.EXCEL_TYPE;
import static org.athena.platform.sheet.SheetFormat.XLSX_TYPE;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.io.InputStream;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.athena.platform.idempotency.Creation;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.MaxBody;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.row.SchoolRow;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports a school's students from a file, or shows what an import would do. */
@Path("/api/v1/students/import")
@RequestScoped
@Tag(name = "students")
class StudentImportResource {

    private final ImportWork work;
    private final ImportRun run;
    private final Creation creation;

    StudentImportResource(ImportWork work, ImportRun run, Creation creation) {
        this.work = work;
        this.run = run;
        this.creation = creation;
    }

    @POST
    @Consumes({CSV_TYPE, XLSX_TYPE, EXCEL_TYPE})
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.IMPORT)
    @MaxBody(bytes = MaxBody.LARGEST)
    @Operation(
            operationId = "importStudents",
            summary = "Adds the students of a file, with their guardians: all rows, or none",
            description =
                    "CSV or xlsx, told by its first bytes; at most 10,000 rows and 5 MB. docs/importing.md describes the columns"
                            + " and how files are read. With dry_run nothing is written, and the answer has the faults by row and"
                            + " column. A school may have one import running, and an instance a few; import.busy says when to"
                            + " try again.")
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing was written",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> create(
            InputStream body,
            @QueryParam("dry_run")
                    @Parameter(
                            description = "true shows what the import would do, and writes nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @BeanParam KnownChoice known)
            throws Exception {
        boolean skipKnown = known.skip();
        return new QueryValue("dry_run", dryRun).flag().orElse(false)
                ? RestResponse.ok(work.inSlot(body, file -> tried(ImportWork.open(file), skipKnown)))
                : creation.alone(() -> work.inSlot(body, file -> imported(file, skipKnown)));
    }

    private ImportView tried(SheetFile file, boolean skipKnown) throws Exception {
        return work.inTransaction(() -> run.tried(file, skipKnown));
    }

    private RestResponse<ImportView> imported(byte[] bytes, boolean skipKnown) throws Exception {
        SheetFile file = ImportWork.open(bytes);
        return work.inTransaction(() -> {
            RestResponse<ImportView> answer = creation.of(bytes, () -> add(file, skipKnown));
            refuseTakenBack(answer);
            return answer;
        });
    }

    /** A repeated answer would say that students are there who are not. */
    private static void refuseTakenBack(RestResponse<ImportView> answer) {
        String location = answer.getHeaderString(HttpHeaders.LOCATION);
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        if (SchoolRow.require(StudentImport.class, id).takenBackAt != null) {
            throw ImportConflicts.TAKEN_BACK.problem();
        }
    }

    private Creation.Created<ImportView> add(SheetFile file, boolean skipKnown) {
        work.claim();
        ImportView view = run.run(file, skipKnown);
        return new Creation.Created<>(StudentImportsResource.PATH, view.id(), null, view);
    }
}
