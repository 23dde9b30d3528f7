package org.athena.student;

import static org.athena.platform.tenancy.Permission.READ_OWN_DATA;
import static org.athena.platform.tenancy.Permission.READ_OWN_STUDENTS;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.time.Instant;
import java.util.List;
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
import jakarta.ws.rs.QueryParam;

import org.athena.platform.audit.Audit;
import org.athena.platform.idempotency.Creation;
import org.athena.platform.json.Merge;
import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The students of the school, with their guardians. */
@Path("/api/v1/students")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "students")
class StudentResource {

    private static final SortSpec SORTS = new SortSpec(StudentReading.SORTS, "last_name");

    private final StudentReading reading;
    private final GuardianLinks guardians;
    private final GuardianPatch guardianPatch;
    private final AccountLink accounts;
    private final Creation creation;
    private final RowAnswer answer;
    private final Merge merge;
    private final Audit audit;

    StudentResource(
            StudentReading reading,
            GuardianLinks guardians,
            GuardianPatch guardianPatch,
            AccountLink accounts,
            Creation creation,
            RowAnswer answer,
            Merge merge,
            Audit audit) {
        this.reading = reading;
        this.guardians = guardians;
        this.guardianPatch = guardianPatch;
        this.accounts = accounts;
        this.creation = creation;
        this.answer = answer;
        this.merge = merge;
        this.audit = audit;
    }

    @GET
    @Requires({READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA})
    @Limited(Work.SEARCH)
    @Operation(operationId = "listStudents", summary = "The students that the caller may see, by surname")
    public Page<StudentItem> list(
            @BeanParam PageRequest page,
            @QueryParam("q")
                    @Parameter(
                            description = "Words of the name and, where it is shown, the document; accents aside",
                            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
                    String q,
            @QueryParam("is_active")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .BOOLEAN))
                    String active) {
        return reading.list(page.by(SORTS), new QueryValue("q", q).text(), new QueryValue("is_active", active).flag());
    }

    @POST
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "createStudent", summary = "Adds a student, with guardians")
    public RestResponse<StudentView> create(@NotNull @Valid StudentData data) throws JsonProcessingException {
        data.refuseGuardiansOutOfOrder();
        return creation.of(data, () -> {
            Student student = new Student();
            accounts.check(StudentConflicts.STUDENT_USER_UNKNOWN, "user_id", null, data.userId());
            student.userId = data.userId();
            student.apply(data);
            // Somebody who is a guardian already keeps what is not named, also what is named as null.
            guardians.apply(
                    student, data.guardians() == null ? List.of() : data.guardians(), MissingNode.getInstance());
            Student.flush();
            return new Creation.Created<>(student.id, student.version, StudentView.full(student));
        });
    }

    @GET
    @Path("/{id}")
    @Requires({READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA})
    @Operation(operationId = "getStudent", summary = "A student, as far as the caller may know them")
    public RestResponse<StudentView> get(@PathParam("id") UUID id) {
        StudentView view = reading.view(id);
        return answer.read(view.version(), view);
    }

    @PATCH
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @PatchOf(StudentData.class)
    @Operation(
            operationId = "updateStudent",
            summary = "Changes the named fields; guardians left out of the list are ended",
            description =
                    "Of a guardian in the list who is linked already, found by the document, everything stays that is"
                            + " not named. A restriction is lifted by null alone. Whoever is linked again is under the restriction"
                            + " of the last link unless the request names another, or null.")
    public RestResponse<StudentView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        Student student = reading.find(id).student();
        answer.require(student.version);
        StudentData data = merge.apply(StudentData.of(student), guardianPatch.completed(student, patch));
        data.refuseGuardiansOutOfOrder();
        accounts.checkReplacement(StudentConflicts.STUDENT_USER_UNKNOWN, "user_id", student.userId, data.userId());
        student.userId = data.userId();
        student.apply(data);
        if (patch.has("guardians")) {
            guardians.apply(student, data.guardians() == null ? List.of() : data.guardians(), patch.get("guardians"));
        }
        Student.flush();
        return answer.changed(student.version, StudentView.full(student));
    }

    @DELETE
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "deactivateStudent", summary = "Takes a student off the active ones; nothing is deleted")
    public void deactivate(@PathParam("id") UUID id) {
        Student student = reading.find(id).student();
        answer.require(student.version);
        student.active = false;
        student.updatedAt = Instant.now();
        Student.flush();
    }

    @GET
    @Path("/{id}/piar")
    @Requires(READ_STUDENTS)
    @Operation(operationId = "getStudentPiar", summary = "A student's individual plan; every reading is audited")
    public PiarView piar(@PathParam("id") UUID id) {
        Student student = reading.find(id).student();
        audit.read("students", id, "piar_data");
        return new PiarView(id, student.piarData);
    }
}
