package org.athena.student;

import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.io.InputStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.athena.platform.idempotency.Creation;
import org.athena.platform.limits.ImportSlots;
import org.athena.platform.limits.LargeBody;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.SchoolShares;
import org.athena.platform.limits.Work;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Imports a school's students from a CSV file. */
@Path("/api/v1/students/import")
@RequestScoped
@Tag(name = "students")
class StudentImportResource {

    /** Enough for ten thousand rows on a small, busy machine. */
    private static final int TIMEOUT_SECONDS = 120;

    private final AuthContext caller;
    private final ImportSlots slots;
    private final SchoolShares shares;
    private final StudentImport students;
    private final Creation creation;

    StudentImportResource(
            AuthContext caller, ImportSlots slots, SchoolShares shares, StudentImport students, Creation creation) {
        this.caller = caller;
        this.slots = slots;
        this.shares = shares;
        this.students = students;
        this.creation = creation;
    }

    @POST
    @Consumes("text/csv")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.IMPORT)
    @LargeBody(bytes = LargeBody.LARGEST)
    @Operation(
            operationId = "importStudents",
            summary = "Adds the students of a CSV file: all rows, or none",
            description =
                    "UTF-8, with a header row; separated by commas or semicolons; at most 10,000 rows and 5 MB. Columns:"
                            + " document_type, document_number, first_name, last_name (required), middle_name,"
                            + " second_last_name, birth_date (YYYY-MM-DD), gender. Faults are listed by row and column. A"
                            + " school may have one import running, and an instance a few; import.busy says when to try again.")
    public RestResponse<ImportView> create(InputStream body) throws Exception {
        return creation.alone(() -> slots.during(caller.schoolId(), () -> {
            byte[] file = body.readNBytes(StudentFile.MAX_BYTES + 1);
            if (file.length > StudentFile.MAX_BYTES) {
                throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE, "The file is larger than 5 MB; divide it.");
            }
            // The header is checked before the transaction begins.
            StudentFile rows = StudentFile.of(file);
            return shares.during(() -> QuarkusTransaction.requiringNew()
                    .timeout(TIMEOUT_SECONDS)
                    .call(() -> creation.of(file, () -> add(rows))));
        }));
    }

    private Creation.Created<ImportView> add(StudentFile rows) {
        slots.claim(caller.schoolId());
        return new Creation.Created<>(null, null, new ImportView(students.run(rows)));
    }
}
