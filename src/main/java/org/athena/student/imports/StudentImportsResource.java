package org.athena.student.imports;

import static org.athena.platform.row.SchoolRow.require;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The imports of the school, which can be taken back. */
@Path(StudentImportsResource.PATH)
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "students")
class StudentImportsResource {

    static final String PATH = "/api/v1/students/imports";

    private static final SortSpec SORTS = new SortSpec(Map.of("imported_at", List.of("createdAt")), "-imported_at");

    private final Imports imports;
    private final ImportWork work;
    private final Rows rows;
    private final RowAnswer answer;

    StudentImportsResource(Imports imports, ImportWork work, Rows rows, RowAnswer answer) {
        this.imports = imports;
        this.work = work;
        this.rows = rows;
        this.answer = answer;
    }

    @GET
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "listStudentImports", summary = "The imports of students, the newest first")
    public Page<StudentImportView> list(@BeanParam PageRequest page) {
        return page.by(SORTS).of(StudentImport.class, Filters.none(), StudentImportView::of);
    }

    @GET
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "getStudentImport", summary = "An import of students")
    public RestResponse<StudentImportView> get(@PathParam("id") UUID id) {
        return rows.read(require(StudentImport.class, id), StudentImportView::of);
    }

    @DELETE
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.IMPORT)
    @Operation(
            operationId = "takeBackStudentImport",
            summary = "Takes an import back: deletes the students and guardians that it added",
            description =
                    "Only while nobody has changed or used any of them; otherwise 409 says how many were, and nothing is"
                            + " deleted. The import stays in the list.")
    public void takeBack(@PathParam("id") UUID id) {
        answer.require(require(StudentImport.class, id).version);
        work.claim();
        imports.takeBack(id);
    }
}
