package org.athena.student;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.bench.Stopwatch;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.ConstantCaller;
import org.athena.platform.tenancy.Public;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.arc.properties.IfBuildProperty;

/** A student as {@link StudentResource} answers them, with the same transaction and settings, without a token and a look-up. */
@IfBuildProperty(name = "athena.bench", stringValue = "true")
@Path("/bench/students")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
class ConstantStudentResource {

    private final ConstantCaller caller;
    private final StudentReading reading;
    private final RowAnswer answer;

    ConstantStudentResource(ConstantCaller caller, StudentReading reading, RowAnswer answer) {
        this.caller = caller;
        this.reading = reading;
        this.answer = answer;
    }

    @GET
    @Path("/{id}/{school}/{secretary}")
    @Public
    public RestResponse<StudentView> get(
            @PathParam("id") UUID id, @PathParam("school") UUID school, @PathParam("secretary") UUID secretary) {
        // Before anything asks for a connection, which takes its settings from the caller.
        caller.enter(school, secretary);
        long before = System.nanoTime();
        StudentView view = reading.view(id);
        Stopwatch.stop(before);
        return answer.read(view.version(), view);
    }
}
