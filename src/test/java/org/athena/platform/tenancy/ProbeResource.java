package org.athena.platform.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Routes of the tests: native SQL without any filter, so that only the settings of the connection keep schools apart. */
@Path("/probe")
@RequestScoped
public class ProbeResource {

    private final EntityManager entities;
    private final AuthContext caller;

    ProbeResource(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** A body with a field of each awkward kind. */
    public record Body(@NotBlank String firstName, LocalDate birthDate, boolean fail) {}

    @GET
    @Path("/students")
    @Requires({Permission.READ_STUDENTS, Permission.READ_ENROLLMENT})
    @Transactional(rollbackOn = Exception.class)
    public List<?> students() {
        return entities.createNativeQuery("select document_number from athena.students order by 1")
                .getResultList();
    }

    /** Longer than anybody waits. */
    @GET
    @Path("/sleep")
    @Requires(Permission.READ_STUDENTS)
    @Transactional(rollbackOn = Exception.class)
    public String sleep() {
        return entities.createNativeQuery("select cast(pg_sleep(3600) as text)")
                .getSingleResult()
                .toString();
    }

    @GET
    @Path("/optional")
    @Requires(value = Permission.MANAGE_USERS, school = SchoolNeed.OPTIONAL)
    public String optional() {
        return caller.school().map(UUID::toString).orElse("none");
    }

    @POST
    @Path("/students")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.WRITE_ENROLLMENT)
    @Transactional(rollbackOn = Exception.class)
    public String add(@Valid Body body) {
        entities.createNativeQuery("insert into athena.students (school_id, document_type, document_number, first_name,"
                        + " last_name) values (?, 'CE', ?, ?, 'Ruiz')")
                .setParameter(1, caller.schoolId())
                .setParameter(2, UUID.randomUUID().toString().substring(0, 20).toUpperCase(Locale.ROOT))
                .setParameter(3, body.firstName())
                .executeUpdate();
        if (body.fail()) {
            throw new IllegalStateException("a detail that nobody outside must read");
        }
        return "added";
    }
}
