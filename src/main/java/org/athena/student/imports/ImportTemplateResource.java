package org.athena.student.imports;

import static org.athena.platform.sheet.SheetFormat.CSV_TYPE;
import static org.athena.platform.sheet.SheetFormat.XLSX_TYPE;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.athena.platform.sheet.SheetAnswer;
import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.tenancy.Requires;
import org.athena.student.StudentColumns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An empty list of students to fill in, with an example row that the import refuses. */
@Path("/api/v1/students/import")
@RequestScoped
@Tag(name = "students")
class ImportTemplateResource {

    @GET
    @Path("/template.csv")
    @Produces(CSV_TYPE)
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "getImportTemplateCsv", summary = "A list to fill in, as CSV")
    public Response csv() {
        return template(SheetFormat.CSV);
    }

    @GET
    @Path("/template.xlsx")
    @Produces(XLSX_TYPE)
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "getImportTemplateXlsx", summary = "A list to fill in, as a workbook")
    public Response xlsx() {
        return template(SheetFormat.XLSX);
    }

    private static Response template(SheetFormat format) {
        return SheetAnswer.of(format, "estudiantes", StudentColumns.titles(), List.of(TemplateExample.row()));
    }
}
