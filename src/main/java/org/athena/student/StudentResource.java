package org.athena.student;

import static org.athena.platform.tenancy.Permission.READ_OWN_DATA;
import static org.athena.platform.tenancy.Permission.READ_OWN_STUDENTS;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

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

import org.athena.platform.audit.Audit;
import org.athena.platform.json.PatchOf;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.row.Rows;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The students of the school, with their guardians. */
@Path("/api/v1/students")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "students")
class StudentResource {

    static final SortSpec SORTS = new SortSpec(StudentReading.SORTS, "last_name");

    private final StudentReading reading;
    private final GuardianLinks guardians;
    private final StudentDocuments documents;
    private final AccountLink accounts;
    private final Rows rows;
    private final RowAnswer answer;
    private final Audit audit;

    StudentResource(
            StudentReading reading,
            GuardianLinks guardians,
            StudentDocuments documents,
            AccountLink accounts,
            Rows rows,
            RowAnswer answer,
            Audit audit) {
        this.reading = reading;
        this.guardians = guardians;
        this.documents = documents;
        this.accounts = accounts;
        this.rows = rows;
        this.answer = answer;
        this.audit = audit;
    }

    @GET
    @Requires({READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA})
    @Limited(Work.SEARCH)
    @Operation(operationId = "listStudents", summary = "The students that the caller may see, by surname")
    public Page<StudentItem> list(@BeanParam PageRequest page, @BeanParam StudentFilters filters) {
        return reading.list(page.by(SORTS), filters);
    }

    @POST
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(
            operationId = "createStudent",
            summary = "Adds a student, with guardians",
            description =
                    "A document that another student had before is refused with the reason student.document_former, because the"
                            + " child is often the same. accept_former_document adds another child with it. A new guardian"
                            + " who looks like one under a restriction is refused with the reason guardian.resembles_restricted;"
                            + " another_person in the guardian adds them.")
    public RestResponse<StudentView> create(@NotNull @Valid NewStudent data) throws JsonProcessingException {
        data.refuseRepeatedGuardians();
        data.refuseSecondPrimary();
        return rows.create(data, () -> add(data), StudentView::full);
    }

    private Student add(NewStudent data) {
        accounts.check(StudentConflicts.STUDENT_USER_UNKNOWN, "user_id", null, data.userId());
        documents.refuseTaken(data.student().document(), null);
        if (!Boolean.TRUE.equals(data.acceptFormerDocument())) {
            documents.refuseFormer(data.student().document());
        }
        Student student = new Student().apply(data.student());
        student.userId = data.userId();
        student.persist();
        student.guardians.addAll(guardians.add(student, data.guardiansOrNone(), data::place));
        return student;
    }

    @GET
    @Path("/{id}")
    @Requires({READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA})
    @Operation(operationId = "getStudent", summary = "A student, with the fields that the caller may see")
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
            summary = "Changes the named fields; guardians have addresses of their own")
    public RestResponse<StudentView> update(@PathParam("id") UUID id, ObjectNode patch) throws JsonProcessingException {
        Student student = reading.find(id).student();
        return rows.change(student, patch, StudentData.of(student), data -> change(student, data), StudentView::full);
    }

    private void change(Student student, StudentData data) {
        if (!data.document().equals(student.document())) {
            documents.refuseTaken(data.document(), student.id);
            student.guardians.forEach(link -> GuardianPeople.refuseOwn(link.guardian.document(), data.document(), ""));
        }
        accounts.checkReplacement(StudentConflicts.STUDENT_USER_UNKNOWN, "user_id", student.userId, data.userId());
        String name = student.fullName();
        student.apply(data).userId = data.userId();
        if (!name.equals(student.fullName())) {
            GuardianPeople.touch(student.guardians.stream().map(link -> link.guardian.id));
        }
    }

    @DELETE
    @Path("/{id}")
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Operation(operationId = "deactivateStudent", summary = "Makes a student inactive; nothing is deleted")
    public void deactivate(@PathParam("id") UUID id) {
        Student student = reading.find(id).student();
        answer.require(student.version);
        student.active = false;
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
