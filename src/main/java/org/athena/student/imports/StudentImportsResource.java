package org.athena.student.imports;

import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The imports of the school. */
@Path(StudentImportsResource.PATH)
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "students")
class StudentImportsResource {

    static final String PATH = "/api/v1/students/imports";

    private static final SortSpec SORTS = new SortSpec(Map.of("imported_at", List.of("createdAt")), "-imported_at");

    @GET
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "listStudentImports", summary = "The imports of students, the newest first")
    public Page<StudentImportView> list(@BeanParam PageRequest page) {
        return page.by(SORTS).of(StudentImport.class, Filters.none(), StudentImportView::of);
    }
}
