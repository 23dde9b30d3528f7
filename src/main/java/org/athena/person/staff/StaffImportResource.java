package org.athena.person.staff;

import static org.athena.platform.sheet.SheetFormat.CSV_TYPE;
import static org.athena.platform.sheet.SheetFormat.EXCEL_TYPE;
import static org.athena.platform.sheet.SheetFormat.XLSX_TYPE;
import static org.athena.platform.tenancy.Permission.MANAGE_USERS;

import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.athena.platform.idempotency.Creation;
import org.athena.platform.limits.FileWork;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.MaxBody;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.sheet.SheetAnswer;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Invites a school's staff from a file, or shows what that would do. */
@Path("/api/v1/admin/users/import")
@RequestScoped
@Tag(name = "users")
class StaffImportResource {

    private final FileWork work;
    private final StaffImport staff;
    private final Creation creation;

    StaffImportResource(FileWork work, StaffImport staff, Creation creation) {
        this.work = work;
        this.staff = staff;
        this.creation = creation;
    }

    @POST
    @Consumes({CSV_TYPE, XLSX_TYPE, EXCEL_TYPE})
    @Requires(MANAGE_USERS)
    @Limited(Work.IMPORT)
    @MaxBody(bytes = MaxBody.LARGEST)
    @Operation(
            operationId = "importStaff",
            summary = "Invites the staff of a file: all rows, or none",
            description =
                    "CSV or xlsx, told by its first bytes; at most 1,000 rows and 1 MB. A row has an e-mail, a name and one"
                            + " role or several, by code or in Spanish, with a semicolon, comma, bar, slash or y between them. The mails are"
                            + " sent one after the other (getInvitationMails). With dry_run nothing is written.")
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StaffImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing was written",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StaffImportView.class)))
    public RestResponse<StaffImportView> create(
            InputStream body,
            @QueryParam("dry_run")
                    @Parameter(
                            description = "true shows what the import would do, and writes nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @QueryParam("skip_known")
                    @Parameter(
                            description =
                                    "true leaves out rows of people who are in the school or invited; otherwise each is a fault",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String skipKnown)
            throws Exception {
        boolean skip = new QueryValue("skip_known", skipKnown).flag().orElse(false);
        return new QueryValue("dry_run", dryRun).flag().orElse(false)
                ? RestResponse.ok(inSlot(body, bytes -> work.inTransaction(() -> staff.tried(open(bytes), skip))))
                : creation.alone(() -> inSlot(body, bytes -> imported(bytes, skip)));
    }

    private <T> T inSlot(InputStream body, FileWork.OfFile<T> ofFile) throws Exception {
        return work.inSlot(body, StaffColumns.BOUNDS.bytes(), ofFile);
    }

    private static SheetFile open(byte[] bytes) {
        return SheetFile.of(bytes, StaffColumns.ALL, StaffColumns.BOUNDS);
    }

    private RestResponse<StaffImportView> imported(byte[] bytes, boolean skip) throws Exception {
        SheetFile file = open(bytes);
        return work.inTransaction(() -> creation.of(bytes, () -> {
            work.claim();
            return new Creation.Created<>(null, null, staff.run(file, skip));
        }));
    }

    @GET
    @Path("/template.csv")
    @Produces(CSV_TYPE)
    @Requires(MANAGE_USERS)
    @Operation(operationId = "getStaffTemplateCsv", summary = "A list of staff to fill in, as CSV")
    public Response csv() {
        return template(SheetFormat.CSV);
    }

    @GET
    @Path("/template.xlsx")
    @Produces(XLSX_TYPE)
    @Requires(MANAGE_USERS)
    @Operation(operationId = "getStaffTemplateXlsx", summary = "A list of staff to fill in, as a workbook")
    public Response xlsx() {
        return template(SheetFormat.XLSX);
    }

    private static Response template(SheetFormat format) {
        return SheetAnswer.of(format, "personal", StaffColumns.titles(), List.of(StaffColumns.example()));
    }
}
