package org.athena.student.imports;

import jakarta.ws.rs.QueryParam;

import org.athena.platform.paging.QueryValue;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What becomes of rows whose student the school already has. */
// QueryParameterFilter reads the names of the fields, in the native executable too.
@RegisterForReflection(methods = false)
public class KnownChoice {

    @QueryParam("skip_known")
    @Parameter(
            description =
                    "true leaves out rows of students whom the school already has; otherwise each of them is a fault",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String skipKnown;

    /** @throws ProblemException 400 when it is not a flag */
    boolean skip() {
        return new QueryValue("skip_known", skipKnown).flag().orElse(false);
    }
}
