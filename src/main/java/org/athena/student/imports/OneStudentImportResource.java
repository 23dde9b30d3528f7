package org.athena.student.imports;

import static org.athena.platform.row.SchoolRow.require;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One import of the school, which can be taken back. That has the time of an import and not that of other requests. */
@Path(StudentImportsResource.PATH + "/{id}")
@RequestScoped
@Tag(name = "students")
class OneStudentImportResource {

    private final Imports imports;
    private final ImportWork work;
    private final Rows rows;
    private final RowAnswer answer;

    OneStudentImportResource(Imports imports, ImportWork work, Rows rows, RowAnswer answer) {
        this.imports = imports;
        this.work = work;
        this.rows = rows;
        this.answer = answer;
    }

    @GET
    @Transactional(rollbackOn = Exception.class)
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "getStudentImport", summary = "An import of students")
    public RestResponse<StudentImportView> get(@PathParam("id") UUID id) {
        return rows.read(require(StudentImport.class, id), StudentImportView::of);
    }

    @DELETE
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.TAKE_BACK)
    @Operation(
            operationId = "takeBackStudentImport",
            summary = "Takes an import back: deletes the students and guardians that it added",
            description =
                    "Only while nobody has changed or used any of them; otherwise 409 says how many were and names up to"
                            + " 20 of them, and nothing is deleted. The import stays in the list.")
    public void takeBack(@PathParam("id") UUID id) throws Exception {
        work.inTransaction(() -> takenBack(id));
    }

    private Void takenBack(UUID id) {
        answer.require(require(StudentImport.class, id).version);
        work.claim();
        imports.takeBack(id);
        return null;
    }
}
