package org.athena.student;

import static org.athena.platform.sheet.SheetFormat.CSV_TYPE;
import static org.athena.platform.sheet.SheetFormat.XLSX_TYPE;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.sheet.SheetAnswer;
import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of students as a file, which the import understands. Every download is audited. */
@Path("/api/v1/students")
@RequestScoped
@Tag(name = "students")
class StudentExportResource {

    private static final SortSpec SORTS = StudentResource.SORTS;
    private static final String SORT = "The field to sort by; a leading minus sorts descending";

    private final StudentExport export;

    StudentExportResource(StudentExport export) {
        this.export = export;
    }

    @GET
    @Path("/export.csv")
    @Produces(CSV_TYPE)
    @Requires(READ_STUDENTS)
    @Limited(Work.EXPORT)
    @Operation(operationId = "exportStudentsCsv", summary = "The students of a list with two guardians each, as CSV")
    public Response csv(
            @BeanParam StudentFilters filters, @QueryParam("sort") @Parameter(description = SORT) String sort) {
        return list(SheetFormat.CSV, filters, sort);
    }

    @GET
    @Path("/export.xlsx")
    @Produces(XLSX_TYPE)
    @Requires(READ_STUDENTS)
    @Limited(Work.EXPORT)
    @Operation(
            operationId = "exportStudentsXlsx",
            summary = "The students of a list with two guardians each, as a workbook")
    public Response xlsx(
            @BeanParam StudentFilters filters, @QueryParam("sort") @Parameter(description = SORT) String sort) {
        return list(SheetFormat.XLSX, filters, sort);
    }

    private Response list(SheetFormat format, StudentFilters filters, String sort) {
        return SheetAnswer.of(format, "estudiantes", StudentColumns.titles(), export.rows(SORTS.parse(sort), filters));
    }
}
